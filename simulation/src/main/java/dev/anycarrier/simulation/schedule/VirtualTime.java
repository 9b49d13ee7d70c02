package dev.anycarrier.simulation.schedule;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time that passes only when every thread waits. The monotonic clock overflows within the first minute. */
public final class VirtualTime implements TimeSource {

    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");
    private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

    private final Scheduler scheduler;
    private long elapsed;
    private Duration wallOffset = Duration.ZERO;

    VirtualTime(final Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Instant instant() {
        return trueInstant().plus(wallOffset);
    }

    @Override
    public long nanoTime() {
        return ORIGIN + elapsed;
    }

    @Override
    public void sleep(final Duration time) throws InterruptedException {
        final long deadline = nanoTime() + Math.max(0, time.toNanos());
        scheduler.yieldNow();
        scheduler.throwIfInterrupted();
        while (nanoTime() - deadline < 0) {
            scheduler.block(Waiting.until(this, "sleep", deadline));
            scheduler.throwIfInterrupted();
        }
    }

    /** What a wall clock would show that nobody steps. */
    public Instant trueInstant() {
        return START.plusNanos(elapsed);
    }

    /** Since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /** Steps the wall clock; the monotonic clock does not notice. */
    public void stepWallClock(final Duration step) {
        wallOffset = wallOffset.plus(step);
    }

    /** Time passes while nothing runs, as when a machine sleeps. */
    public void suspend(final Duration time) {
        advance(time.toNanos());
    }

    void advance(final long nanos) {
        elapsed = Math.addExact(elapsed, nanos);
    }
}
