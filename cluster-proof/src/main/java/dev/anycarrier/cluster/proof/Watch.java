package dev.anycarrier.cluster.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Waits for what the carrier and the nodes come to, and never without end. Thread-safe. */
final class Watch {

    private final InstantSource clock = new SteadyClock();
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The carrier's clock. */
    InstantSource clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Something has happened, or is about to. */
    void changed() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something is so.
     *
     * @throws IllegalStateException if it is not so in time
     */
    void await(final String what, final Duration atMost, final BooleanSupplier isSo) {
        final Instant end = now().plus(atMost);
        lock.lock();
        try {
            while (!isSo.getAsBoolean()) {
                final Duration left = Duration.between(now(), end);
                if (left.isNegative() || left.isZero()) {
                    throw new IllegalStateException("not within " + atMost.toSeconds() + " s: " + what);
                }
                // What is waited for may come a moment after it was announced.
                changed.awaitNanos(Math.min(left.toNanos(), TimeUnit.MILLISECONDS.toNanos(50)));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Lets things take their course for a while. */
    void pass(final Duration time) {
        final Instant end = now().plus(time);
        await("the time is over", time.plusSeconds(5), () -> !now().isBefore(end));
    }
}
