package dev.anycarrier.cluster.proof;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of a machine whose wall clock is wrong, and whose monotonic clock began elsewhere. Thread-safe.
 *
 * @param wrongBy how far the wall clock is ahead
 * @param origin what the monotonic clock is ahead by, in nanoseconds
 */
record ShiftedTime(Duration wrongBy, long origin) implements TimeSource {

    private static final TimeSource SYSTEM = TimeSource.system();

    @Override
    public Instant instant() {
        return SYSTEM.instant().plus(wrongBy);
    }

    @Override
    public long nanoTime() {
        return SYSTEM.nanoTime() + origin;
    }

    @Override
    public void sleep(final Duration time) throws InterruptedException {
        SYSTEM.sleep(time);
    }
}
