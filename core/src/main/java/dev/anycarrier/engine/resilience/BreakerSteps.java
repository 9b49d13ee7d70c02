package dev.anycarrier.engine.resilience;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.BreakerState;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A breaker as a machine that is told the time: closed, open, and half-open while a probe is out. Every ticket belongs to
 * the state in which it was given; what comes back with a ticket of a former state changes nothing. Not thread-safe.
 */
final class BreakerSteps {

    private static final int JITTER_DIVISOR = 5;

    private final BreakerOptions options;
    private final RandomGenerator random;
    private final RecentOutcomes recent;
    private State state = State.CLOSED;
    private long ticket;
    private long shutUntil;
    private Duration nextOpenTime;

    BreakerSteps(final BreakerOptions options, final RandomGenerator random) {
        this.options = options;
        this.random = random;
        this.recent = new RecentOutcomes(options);
        this.nextOpenTime = options.openTime();
    }

    Admission admit(final long now) {
        if (state == State.CLOSED) {
            return new Admitted(ticket);
        }
        if (now - shutUntil < 0) {
            return new Refused(shutUntil);
        }
        state = State.PROBING;
        shutUntil = now + options.openTime().toNanos();
        ticket++;
        return new Admitted(ticket);
    }

    BreakerState state(final long now) {
        return switch (state) {
            case CLOSED -> BreakerState.CLOSED;
            case OPEN -> now - shutUntil < 0 ? BreakerState.OPEN : BreakerState.PROBING;
            case PROBING -> BreakerState.PROBING;
        };
    }

    void answered(final long given) {
        if (given != ticket || !options.enabled()) {
            return;
        }
        if (state == State.PROBING) {
            state = State.CLOSED;
            ticket++;
            nextOpenTime = options.openTime();
            recent.clear();
        } else {
            recent.answered();
        }
    }

    void failed(final long given, final Optional<SimId> sim, final long now) {
        if (given != ticket || !options.enabled()) {
            return;
        }
        if (state == State.PROBING) {
            open(now);
            return;
        }
        recent.failed(sim);
        if (recent.bad()) {
            open(now);
        }
    }

    void abandoned(final long given, final long now) {
        if (given == ticket && state == State.PROBING) {
            shutUntil = now;
        }
    }

    private void open(final long now) {
        final long time = nextOpenTime.toNanos();
        state = State.OPEN;
        ticket++;
        shutUntil = now + time + random.nextLong(time / JITTER_DIVISOR + 1);
        final Duration doubled = nextOpenTime.multipliedBy(2);
        nextOpenTime = doubled.compareTo(options.longestOpenTime()) < 0 ? doubled : options.longestOpenTime();
    }

    private enum State {
        CLOSED,
        OPEN,
        PROBING
    }

    /** May it go, or when may it? */
    sealed interface Admission {}

    /** It may go, and brings its ticket back. */
    record Admitted(long ticket) implements Admission {}

    /** It may not go before {@code until}, on the monotonic clock. */
    record Refused(long until) implements Admission {}
}
