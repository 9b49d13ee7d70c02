package dev.anycarrier.simulation.nodes;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.simulation.schedule.VirtualTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The clocks of one node.
 *
 * @param time how time really passes
 * @param wrong how far its wall clock is off
 * @param origin how far its monotonic clock is from that of the simulation, in nanoseconds
 */
record NodeTime(VirtualTime time, Duration wrong, long origin) implements TimeSource {

    @Override
    public Instant instant() {
        return time.instant().plus(wrong);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime() + origin;
    }

    @Override
    public void sleep(final Duration span) throws InterruptedException {
        time.sleep(span);
    }

    /** A moment of its monotonic clock on that of the simulation. */
    long outside(final long moment) {
        return moment - origin;
    }
}
