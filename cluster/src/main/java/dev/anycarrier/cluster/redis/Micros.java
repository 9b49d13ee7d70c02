package dev.anycarrier.cluster.redis;

import java.time.Duration;

/** Lengths of time as scripts count them: in microseconds, exact in a floating-point number of theirs. Stateless. */
final class Micros {

    /** Longer than anybody waits, and the sum of a few with the time of today is still exact. */
    private static final Duration LONGEST = Duration.ofDays(365L * 50);

    private static final long NANOS = 1000;

    private Micros() {}

    /** The least number that is no shorter; never below 0. */
    static long atLeast(final Duration length) {
        return (nanos(length) + NANOS - 1) / NANOS;
    }

    /** The greatest number that is no longer; never below 0. */
    static long atMost(final Duration length) {
        return nanos(length) / NANOS;
    }

    /** As a length; never below 0. */
    static Duration length(final long micros) {
        return Duration.ofNanos(Math.max(0, micros) * NANOS);
    }

    private static long nanos(final Duration length) {
        if (length.isNegative()) {
            return 0;
        }
        return length.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : length.toNanos();
    }
}
