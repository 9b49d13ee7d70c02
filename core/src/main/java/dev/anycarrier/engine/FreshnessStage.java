package dev.anycarrier.engine;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.fresh.Ages;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.limit.SharedBudget;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.engine.port.Pilot;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final long maximumAge;
    private final long minimumInterval;
    private final long oldestFresh;
    private final WhenStale whenStale;
    private final Ports ports;
    private final Flights<SimId, Known> flights;
    private final Optional<SharedUsage> shared;

    /** A stage for one account that no other node uses. */
    public FreshnessStage(
            final AccountIdentity identity,
            final CallStage calls,
            final UsageValues values,
            final FreshnessOptions defaults,
            final Ports ports) {
        this(identity, calls, values, defaults, ports, Optional.empty());
    }

    /**
     * A stage for one account.
     *
     * @param budget what other nodes share with this one
     */
    public FreshnessStage(
            final AccountIdentity identity,
            final CallStage calls,
            final UsageValues values,
            final FreshnessOptions defaults,
            final Ports ports,
            final Optional<SharedBudget> budget) {
        this.calls = calls;
        this.values = values;
        this.maximumAge = Ages.bounded(defaults.maximumAge());
        this.minimumInterval = Ages.bounded(defaults.minimumInterval());
        this.oldestFresh = Ages.bounded(defaults.oldestFresh());
        this.whenStale = defaults.whenStale();
        this.ports = ports;
        this.flights = new Flights<>(ports, "anycarrier " + identity.account());
        this.shared = budget.map(its -> new SharedUsage(calls, values, its, ports));
    }

    /**
     * The usage of one SIM.
     *
     * @param ask asks the carrier
     * @param pilot on whose thread, this one, the carrier may be asked; empty if another thread has to do that
     * @param watched learns where the answer comes from
     * @throws UsageException whatever goes wrong
     */
    public UsageResult usage(
            final SimId sim,
            final CallOptions options,
            final Function<SimId, UsageReport> ask,
            final Optional<Pilot> pilot,
            final WatchedCall watched) {
        final long now = ports.time().nanoTime();
        final @Nullable Known seen = calls.refuses() ? null : values.peek(sim, now);
        if (seen != null && isNewEnough(seen, options, now)) {
            return result(sim, seen, options, now);
        }
        final Question question = Question.usage(sim);
        final Supplier<Optional<Known>> news = () -> arrived(sim, seen);
        calls.check(question, options, () -> refuseUnknown(sim));
        watched.waits();
        final Known known;
        try {
            known = shared.isPresent()
                    ? shared(shared.get(), sim, options, news, ask, pilot, watched, now)
                    : calls.call(flights, sim, question, options, news, () -> fetch(sim, ask), pilot);
        } catch (final UsageException failure) {
            return stale(sim, options, failure, now);
        }
        return result(sim, known, options, ports.time().nanoTime());
    }

    /** Waits for the questions under way until the deadline, then ends them. Idempotent. */
    public void close(final long deadline) {
        flights.drain(deadline);
        flights.cancel();
    }

    private Known fetch(final SimId sim, final Function<SimId, UsageReport> ask) {
        try {
            return values.keep(sim, ask.apply(sim));
        } catch (final UsageException failure) {
            if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.GONE) {
                values.unknown(sim, failure);
            }
            throw failure;
        }
    }

    /**
     * What other nodes know, or the carrier says. Whoever joined the question of one who is content with an older value asks
     * again.
     */
    private Known shared(
            final SharedUsage others,
            final SimId sim,
            final CallOptions options,
            final Supplier<Optional<Known>> news,
            final Function<SimId, UsageReport> ask,
            final Optional<Pilot> pilot,
            final WatchedCall watched,
            final long begun) {
        final Wanted wanted = new Wanted(Duration.ofNanos(maximumAge(options)), Duration.ofNanos(minimumInterval));
        CallOptions left = options;
        Supplier<Optional<Known>> newer = news;
        while (true) {
            final Known known = calls.fly(
                    flights,
                    sim,
                    Question.usage(sim),
                    left,
                    newer,
                    flight -> {
                        watched.looksElsewhere();
                        return others.usage(sim, wanted, flight, () -> fetch(sim, ask));
                    },
                    pilot);
            final long now = ports.time().nanoTime();
            if (known.receivedAt() - begun >= 0 || isNewEnough(known, options, now)) {
                return known;
            }
            left = calls.left(options, begun, now);
            newer = () -> arrived(sim, known);
        }
    }

    /** Another value than the one that was seen, or the failure that came in its place. */
    private Optional<Known> arrived(final SimId sim, final @Nullable Known seen) {
        refuseUnknown(sim);
        final Optional<Known> known = values.find(sim);
        return known.isPresent()
                        && seen != null
                        && seen.receivedAt() == known.get().receivedAt()
                ? Optional.empty()
                : known;
    }

    private boolean refuseUnknown(final SimId sim) {
        final Optional<UsageException> remembered = values.remembered(sim);
        if (remembered.isPresent()) {
            throw remembered.get();
        }
        return true;
    }

    private boolean isNewEnough(final Known known, final CallOptions options, final long now) {
        return now - known.receivedAt() < minimumInterval || known.ageNanos(now) < maximumAge(options);
    }

    private long maximumAge(final CallOptions options) {
        return options.maximumAge().isPresent()
                ? Ages.bounded(options.maximumAge().get())
                : maximumAge;
    }

    /** What was received just now may have been observed days ago: then it is no more than the carrier's own old value. */
    private UsageResult result(final SimId sim, final Known known, final CallOptions options, final long now) {
        final Duration age = known.age(now);
        if (known.ageNanos(known.receivedAt()) <= Math.max(maximumAge(options), oldestFresh)) {
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

    private UsageResult stale(
            final SimId sim, final CallOptions options, final UsageException failure, final long begun) {
        if (whenStale(options) == WhenStale.FAIL || FINAL.contains(failure.kind())) {
            throw failure;
        }
        final Known known = values.find(sim)
                .or(() -> shared.flatMap(others -> others.look(
                        sim, calls.timeLeft(options, begun, ports.time().nanoTime()))))
                .orElseThrow(() -> failure);
        return new UsageResult.Stale(
                known.report(), known.age(ports.time().nanoTime()), known.changes(), Optional.of(failure));
    }

    private WhenStale whenStale(final CallOptions options) {
        return options.whenStale().orElse(whenStale);
    }
}
