package dev.anycarrier.engine;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when it is told to, and in whoever waits. */
public final class ManualTime implements TimeSource {

    private static final Instant START = Instant.parse("2026-02-03T04:05:06Z");

    // Close to overflow, as a real monotonic clock may be.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final long origin = nanos.get();

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get() - origin);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void sleep(final Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(time);
    }

    public void advance(final Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
