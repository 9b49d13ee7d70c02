package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long a SIM is deferred after a failure that says nothing about it: a limit is reached, or the carrier is left
 * alone since it has failed too often. The time of the question may have been over too, while it waited for its turn.
 */
final class Postponement {

    /** A limit defers a SIM no more often; then it has failed. */
    static final int MOST_BY_LIMIT = 50;

    /** A carrier that is left alone defers a SIM no more often. */
    static final int MOST_BY_OPEN_CIRCUIT = 5;

    /** An answer that comes just too late is kept, and is there when its SIM is asked about once more. */
    static final int MOST_BY_DEADLINE = 1;

    private static final Duration UNSTATED = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_BY_OPEN_CIRCUIT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(31);

    private Postponement() {}

    /**
     * Decides.
     *
     * @param deferrals how often the SIM was deferred before
     * @return how long, or empty if the failure is the SIM's outcome
     */
    static Optional<Duration> of(final UsageException failure, final int deferrals, final TimeSource time) {
        if (failure.kind() == Kind.TOO_MANY_REQUESTS && deferrals < MOST_BY_LIMIT) {
            return bounded(stated(failure, time).orElse(UNSTATED), SHORTEST);
        }
        if (failure.unavailableCause()
                        .filter(UnavailableCause.CIRCUIT_OPEN::equals)
                        .isPresent()
                && deferrals < MOST_BY_OPEN_CIRCUIT) {
            // Many wait for the one probe that is allowed: the later it is, the longer they stay away.
            final Duration shortest = SHORTEST_BY_OPEN_CIRCUIT.multipliedBy(deferrals + 1L);
            return bounded(stated(failure, time).orElse(shortest), shortest);
        }
        return failure.kind() == Kind.DEADLINE_EXCEEDED && deferrals < MOST_BY_DEADLINE
                ? Optional.of(AFTER_DEADLINE)
                : Optional.empty();
    }

    /**
     * Whether it is our own limiter that would not let any SIM of the account through in time: asking for the next one
     * would end alike.
     */
    static boolean concernsAccount(final UsageException failure) {
        return failure.kind() == Kind.TOO_MANY_REQUESTS
                && failure.status().isEmpty()
                && failure.limitScope().filter(scope -> scope != LimitScope.SIM).isPresent();
    }

    private static Optional<Duration> stated(final UsageException failure, final TimeSource time) {
        return failure.notBefore().map(notBefore -> Duration.between(time.instant(), notBefore));
    }

    private static Optional<Duration> bounded(final Duration wait, final Duration shortest) {
        final Duration atLeast = wait.compareTo(shortest) < 0 ? shortest : wait;
        return Optional.of(atLeast).filter(there -> there.compareTo(LONGEST) <= 0);
    }
}
