package dev.anycarrier.testkit.conformance.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long something takes. The kit tries real engines at real sockets, so it is the process's own time.
 *
 * @param started when it began
 */
public record Stopwatch(Instant started) {

    /** Begins now. */
    public static Stopwatch start() {
        return new Stopwatch(now());
    }

    /** The time since it began. */
    public Duration read() {
        return Duration.between(started, now());
    }

    /** The time by the same clock. */
    public static Instant now() {
        return InstantSource.system().instant();
    }
}
