package dev.anycarrier.engine;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers with what is known if that is new enough, asks the carrier once for all who want it newer, and says what is
 * stale when it cannot be had. Thread-safe.
 */
public final class FreshnessStage {

    /** The carrier has said what there is to say, or nobody waits any more: an older value is no answer to that. */
    private static final Set<Kind> FINAL = EnumSet.of(
            Kind.REJECTED_INPUT, Kind.PERMISSION_DENIED, Kind.NOT_FOUND, Kind.GONE, Kind.UNSUPPORTED, Kind.CANCELLED);

    private final CallStage calls;
    private final UsageValues values;
    private final FreshnessOptions defaults;
    private final Ports ports;
    private final Flights<SimId, Known> flights;

    /** A stage for one account. */
    public FreshnessStage(
            final AccountIdentity identity,
            final CallStage calls,
            final UsageValues values,
            final FreshnessOptions defaults,
            final Ports ports) {
        this.calls = calls;
        this.values = values;
        this.defaults = defaults;
        this.ports = ports;
        this.flights = new Flights<>(ports, "anycarrier " + identity.account());
    }

    /**
     * The usage of one SIM.
     *
     * @param ask asks the carrier
     * @throws UsageException whatever goes wrong
     */
    public UsageResult usage(final SimId sim, final CallOptions options, final Supplier<UsageReport> ask) {
        final Question question = Question.usage(sim);
        final Optional<Known> known = calls.check(question, options, () -> newEnough(sim, options));
        if (known.isPresent()) {
            return result(sim, known.get(), options);
        }
        try {
            return result(sim, calls.call(flights, sim, question, options, () -> fetch(sim, ask)), options);
        } catch (final UsageException failure) {
            return stale(sim, options, failure);
        }
    }

    /** Waits for the questions under way until the deadline, then ends them. Idempotent. */
    public void close(final long deadline) {
        flights.drain(deadline);
        flights.cancel();
    }

    private Known fetch(final SimId sim, final Supplier<UsageReport> ask) {
        try {
            return values.keep(sim, ask.get());
        } catch (final UsageException failure) {
            if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.GONE) {
                values.unknown(sim, failure);
            }
            throw failure;
        }
    }

    private Optional<Known> newEnough(final SimId sim, final CallOptions options) {
        final Optional<Known> known = values.find(sim).filter(value -> isNewEnough(value, options));
        if (known.isEmpty()) {
            values.remembered(sim).ifPresent(failure -> {
                throw failure;
            });
        }
        return known;
    }

    private boolean isNewEnough(final Known known, final CallOptions options) {
        final long now = ports.time().nanoTime();
        return now - known.receivedAt() < defaults.minimumInterval().toNanos()
                || known.age(now).compareTo(maximumAge(options)) < 0;
    }

    private Duration maximumAge(final CallOptions options) {
        return options.maximumAge().orElse(defaults.maximumAge());
    }

    /** What was received just now may have been observed days ago: then it is no more than the carrier's own old value. */
    private UsageResult result(final SimId sim, final Known known, final CallOptions options) {
        final Duration age = known.age(ports.time().nanoTime());
        final Duration whenReceived = known.age(known.receivedAt());
        if (whenReceived.compareTo(longest(maximumAge(options), defaults.oldestFresh())) <= 0) {
            return new UsageResult.Fresh(known.report(), age, known.changes());
        }
        if (whenStale(options) == WhenStale.SERVE) {
            return new UsageResult.Stale(known.report(), age, known.changes(), Optional.empty());
        }
        return calls.check(Question.usage(sim), options, () -> {
            throw UsageException.unavailable(
                            UnavailableCause.CARRIER_ERROR,
                            "the carrier answered with a value of " + age + " ago, which is older than wanted")
                    .build();
        });
    }

    private UsageResult stale(final SimId sim, final CallOptions options, final UsageException failure) {
        if (whenStale(options) == WhenStale.FAIL || FINAL.contains(failure.kind())) {
            throw failure;
        }
        final Known known = values.find(sim).orElseThrow(() -> failure);
        return new UsageResult.Stale(
                known.report(), known.age(ports.time().nanoTime()), known.changes(), Optional.of(failure));
    }

    private WhenStale whenStale(final CallOptions options) {
        return options.whenStale().orElse(defaults.whenStale());
    }

    private static Duration longest(final Duration one, final Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
