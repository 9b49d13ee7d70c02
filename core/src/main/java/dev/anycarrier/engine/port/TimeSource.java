package dev.anycarrier.engine.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time: the wall clock for people, the monotonic clock for waits and deadlines, and waiting itself. Thread-safe. */
public interface TimeSource extends InstantSource {

    /** The wall clock; it may jump. */
    @Override
    Instant instant();

    /** The monotonic clock, in nanoseconds from an arbitrary origin; only differences mean anything. */
    long nanoTime();

    /**
     * Waits on the monotonic clock.
     *
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    void sleep(Duration time) throws InterruptedException;

    /** The system's time. */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
