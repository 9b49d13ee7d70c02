package dev.anycarrier.cluster.proof;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that never jumps: it is read once, and goes on as the monotonic one does. Thread-safe. */
final class SteadyClock implements InstantSource {

    private final TimeSource time = TimeSource.system();
    private final Instant start = time.instant();
    private final long origin = time.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(time.nanoTime() - origin);
    }
}
