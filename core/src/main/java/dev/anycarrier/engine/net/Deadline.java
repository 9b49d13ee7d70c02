package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.TimeSource;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A moment by which something has to be over.
 *
 * @param time the clock
 * @param at the moment, as a value of {@link TimeSource#nanoTime()}
 * @param allowed the time there was when it was set, for messages
 */
record Deadline(TimeSource time, long at, Duration allowed) {

    private static final long NANOS_OF_A_MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    static Deadline at(final TimeSource time, final long at) {
        return new Deadline(time, at, Duration.ofNanos(Math.max(0, at - time.nanoTime())));
    }

    /** This, or one after the given time from now if that is sooner. */
    Deadline within(final Duration limit) {
        final long now = time.nanoTime();
        return limit.toNanos() < at - now ? new Deadline(time, now + limit.toNanos(), limit) : this;
    }

    /** This, or one that leaves as much time for each of the others to come. */
    Deadline shared(final int others) {
        return within(Duration.ofNanos(nanosLeft() / (1 + others)));
    }

    boolean hasPassed() {
        return nanosLeft() <= 0;
    }

    /** Nanoseconds left; not above zero once it has passed. */
    long nanosLeft() {
        return at - time.nanoTime();
    }

    /**
     * Milliseconds left, rounded up.
     *
     * @throws SocketTimeoutException if it has passed
     */
    int millisecondsLeft() throws SocketTimeoutException {
        final long nanos = nanosLeft();
        if (nanos <= 0) {
            throw new SocketTimeoutException("the deadline has passed");
        }
        return (int) Math.min(Integer.MAX_VALUE, 1 + (nanos - 1) / NANOS_OF_A_MILLISECOND);
    }

    /** The time allowed, as {@code 3 s}, {@code 1.5 s} or {@code 250 ms}. */
    @Override
    public String toString() {
        final long milliseconds = (allowed.toNanos() + NANOS_OF_A_MILLISECOND / 2) / NANOS_OF_A_MILLISECOND;
        if (milliseconds < 1000) {
            return milliseconds + " ms";
        }
        final long tenths = (milliseconds + 50) / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }
}
