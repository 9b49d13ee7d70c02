package dev.anycarrier.engine.resilience;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Optional;

/** Decides whether and when an account's failed attempt is made again. For reads only. Thread-safe; never waits. */
public final class Retries {

    private static final Duration ANY = Duration.ofSeconds(Long.MAX_VALUE);

    private final TimeSource time;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final int maximumAttempts;

    /**
     * The retries of one account.
     *
     * @param maximumAttempts how often one call is attempted altogether, at least 1
     * @param budgetPercent how many retries a hundred calls may cause in the long run; 0 for none at all
     * @throws IllegalArgumentException if either is less than that
     */
    public Retries(final Ports ports, final int maximumAttempts, final int budgetPercent) {
        if (maximumAttempts < 1) {
            throw new IllegalArgumentException("a call is attempted at least once, not " + maximumAttempts + " times");
        }
        this.time = ports.time();
        this.backoff = new Backoff(ports.random());
        this.budget = new RetryBudget(budgetPercent);
        this.maximumAttempts = maximumAttempts;
    }

    /** One call more has begun. */
    public void began() {
        budget.earn();
    }

    /** How many may still be made; parts of one count. */
    public double left() {
        return budget.left();
    }

    /** As {@link #pause(int, UsageException, Duration)} for a call that has time without end. */
    public Optional<Duration> pause(final int attemptsSoFar, final UsageException failure) {
        return pause(attemptsSoFar, failure, ANY);
    }

    /**
     * How long to wait before the next attempt, drawn by chance, and never before the failure's {@code notBefore}; or empty
     * to give up. Giving up is the answer to a failure that stays, to a refusal of our own (an open breaker, a limit, the
     * state that cannot be kept), after the last attempt, if the pause does not fit, and when the budget is spent. Only a
     * pause costs budget.
     *
     * @param attemptsSoFar how many attempts this call has made, at least 1
     * @param left how much time the call has left; the pause is shorter
     */
    public Optional<Duration> pause(final int attemptsSoFar, final UsageException failure, final Duration left) {
        if (attemptsSoFar >= maximumAttempts || !worthwhile(failure)) {
            return Optional.empty();
        }
        final Duration pause = backoff.after(attemptsSoFar).plus(carriersWish(failure));
        return pause.compareTo(left) < 0 && budget.spend() ? Optional.of(pause) : Optional.empty();
    }

    private static boolean worthwhile(final UsageException failure) {
        return failure.retryable()
                && switch (failure.kind()) {
                    case UNAVAILABLE -> !Verdict.neverAsked(failure);
                    case TOO_MANY_REQUESTS -> failure.status().isPresent();
                    default -> false;
                };
    }

    private Duration carriersWish(final UsageException failure) {
        return failure.notBefore()
                .map(until -> Duration.between(time.instant(), until))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }
}
