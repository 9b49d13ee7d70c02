package dev.anycarrier.engine;

import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.fresh.Ages;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.limit.Patience;
import dev.anycarrier.engine.limit.SharedAnswer;
import dev.anycarrier.engine.limit.SharedBudget;
import dev.anycarrier.engine.limit.SharedPermit;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The question about a SIM where several nodes ask: what one of them knows answers the others, and one at a time asks the
 * carrier. Thread-safe.
 */
final class SharedUsage {

    private final CallStage calls;
    private final UsageValues values;
    private final SharedBudget budget;
    private final Ports ports;

    SharedUsage(final CallStage calls, final UsageValues values, final SharedBudget budget, final Ports ports) {
        this.calls = calls;
        this.values = values;
        this.budget = budget;
        this.ports = ports;
    }

    /**
     * What another node knows, if that is new enough; else what the carrier says.
     *
     * @param ask asks the carrier and keeps what it says
     */
    Known usage(final SimId sim, final Wanted wanted, final Flight flight, final Supplier<Known> ask) {
        while (true) {
            final SharedAnswer answer = answer(sim, wanted, flight);
            if (answer instanceof SharedAnswer.Known known) {
                return learn(sim, known.value(), known.askedAt());
            }
            final SharedPermit first = ((SharedAnswer.Permitted) answer).permit();
            final Optional<Known> asked = asked(new SharedFlight(sim, wanted, first), sim, flight, ask);
            if (asked.isPresent()) {
                return asked.get();
            }
        }
    }

    /**
     * What the nodes know of a SIM, however old; empty also if that cannot be told now.
     *
     * @param left how much time there is; the store is not asked if that may be less than it takes
     */
    Optional<Known> look(final SimId sim, final Duration left) {
        if (left.compareTo(budget.account().slack()) < 0) {
            return Optional.empty();
        }
        final long askedAt = ports.time().nanoTime();
        return told(sim).map(known -> learn(sim, known, askedAt));
    }

    /** Asks the carrier; empty if another node has begun to before the end. */
    private Optional<Known> asked(
            final SharedFlight shared, final SimId sim, final Flight flight, final Supplier<Known> ask) {
        Optional<UsageReport> report = Optional.empty();
        Duration age = Duration.ZERO;
        try {
            final Known known = calls.run(Question.usage(sim), flight, shared, ask);
            report = Optional.of(known.report());
            age = known.age(ports.time().nanoTime());
            return Optional.of(known);
        } catch (final UsageException failure) {
            if (!shared.isLost()) {
                throw failure;
            }
            return Optional.empty();
        } finally {
            shared.end();
            if (shared.number() > 0 && !shared.isLost()) {
                budget.account().store().landed(sim, shared.number(), report, age);
            }
        }
    }

    /** Waits until it is known, or this node is to ask. */
    private SharedAnswer answer(final SimId sim, final Wanted wanted, final Turn turn) {
        // Whoever has to wait for leave need not if somebody else was quicker.
        final Optional<SharedAnswer> before = budget.holdsBack() ? newEnough(sim, wanted) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        final Patience patience = new Patience(ports.time());
        while (true) {
            final SharedAnswer answer = once(sim, wanted, turn);
            if (!(answer instanceof SharedAnswer.Elsewhere elsewhere)) {
                return answer;
            }
            patience.pause(elsewhere.flight().lease(), turn);
        }
    }

    private SharedAnswer once(final SimId sim, final Wanted wanted, final Turn turn) {
        try {
            return budget.question(sim, wanted, turn);
        } catch (final UsageException refusal) {
            if (refusal.kind() != Kind.TOO_MANY_REQUESTS) {
                throw refusal;
            }
            return newEnough(sim, wanted).orElseThrow(() -> refusal);
        }
    }

    private Optional<SharedAnswer> newEnough(final SimId sim, final Wanted wanted) {
        final long askedAt = ports.time().nanoTime();
        return told(sim)
                .filter(value -> value.receivedAgo().compareTo(wanted.minimumInterval()) < 0
                        || value.age().compareTo(wanted.maximumAge()) < 0)
                .map(value -> new SharedAnswer.Known(value, askedAt));
    }

    private Optional<ClusterAnswer.Known> told(final SimId sim) {
        try {
            return budget.account().store().look(sim);
        } catch (final UsageException storeAway) {
            return Optional.empty();
        }
    }

    private Known learn(final SimId sim, final ClusterAnswer.Known known, final long askedAt) {
        return values.learn(
                sim, known.report(), askedAt - Ages.bounded(known.receivedAgo()), askedAt - Ages.bounded(known.age()));
    }
}
