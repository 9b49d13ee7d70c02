package dev.anycarrier.cluster.sweep;

import java.time.Duration;

/** Lengths of time as they are kept. */
final class Millis {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Millis() {}

    /** The time in milliseconds; more than a hundred years are as that. */
    static long of(final Duration time) {
        return time.compareTo(LONGEST) > 0
                ? LONGEST.toMillis()
                : time.compareTo(LONGEST.negated()) < 0 ? LONGEST.negated().toMillis() : time.toMillis();
    }
}
