package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Waiter.Outcome;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The wait of one thread for its permit. */
final class Waiting {

    private final TimeSource time;
    private final Lock lock;
    private final Lane lane;
    private final Waiter waiter;
    private final Turn turn;
    private final Condition woken;
    private boolean tellIfLater;
    private boolean told;
    private long toldEarliest;

    Waiting(final TimeSource time, final Lock lock, final Lane lane, final Waiter waiter, final Turn turn) {
        this.time = time;
        this.lock = lock;
        this.lane = lane;
        this.waiter = waiter;
        this.turn = turn;
        this.woken = lock.newCondition();
    }

    /** Waits until the outcome is known. */
    void await() throws InterruptedException {
        turn.onChange(this::changed);
        try {
            // It may have changed before anybody could be told.
            changed();
            while (hasNews()) {
                turn.waitsUntil(toldEarliest, refusal(waiter, time, toldEarliest));
            }
        } finally {
            turn.onChange(() -> {});
        }
    }

    private void changed() {
        final Priority priority = turn.priority();
        final long deadline = turn.deadline();
        lock.lock();
        try {
            if (waiter.isOpen()) {
                final boolean morePressing = priority.compareTo(waiter.priority) < 0;
                lane.change(waiter, priority, deadline, time.nanoTime());
                if (morePressing) {
                    // Whoever was told has forgotten it: it was said of a less urgent turn.
                    told = false;
                    waiter.wake();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the outcome (false), or for something that the turn does not know yet (true). */
    private boolean hasNews() throws InterruptedException {
        lock.lock();
        try {
            waiter.condition = woken;
            while (waiter.isOpen()) {
                final long now = time.nanoTime();
                if (now - waiter.deadline >= 0) {
                    lane.leave(waiter, Outcome.REFUSED, now);
                    return false;
                }
                lane.advance(now);
                if (waiter.isOpen() && isNews(now)) {
                    return true;
                }
                if (waiter.isOpen()) {
                    // Whatever ends it, everything is looked at again.
                    woken.awaitNanos(Math.max(1, lane.comeBack(waiter, now) - now));
                    tellIfLater = true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isNews(final long now) {
        lane.estimate(waiter, now);
        final boolean news = !told || (tellIfLater && waiter.earliest - toldEarliest > 0);
        if (news) {
            told = true;
            // The estimate may move with the clock: not again before something has happened.
            tellIfLater = false;
            toldEarliest = waiter.earliest;
        }
        return news;
    }

    /** The refusal of a waiter whose outcome is known. */
    static UsageException refusal(final Waiter waiter, final TimeSource time) {
        return refusal(waiter, time, waiter.earliest);
    }

    private static UsageException refusal(final Waiter waiter, final TimeSource time, final long earliest) {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the carrier's limit is reached, so nothing was sent")
                .limitScope(waiter.scope)
                .notBefore(time.instant().plusNanos(Math.max(0, earliest - time.nanoTime())))
                .build();
    }
}
