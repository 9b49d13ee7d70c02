package dev.anycarrier.engine.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A pause of any length up to a bound that doubles with each attempt, so that those who failed together part. Thread-safe. */
final class Backoff {

    private static final long FIRST = Duration.ofMillis(250).toNanos();
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final RandomGenerator random;

    Backoff(final RandomGenerator random) {
        this.random = random;
    }

    /** A pause after the {@code attempts}th attempt, counted from 1. */
    Duration after(final int attempts) {
        final int doublings = Math.min(attempts - 1, MOST_DOUBLINGS);
        return Duration.ofNanos(random.nextLong(Math.min(LONGEST, FIRST << doublings) + 1));
    }
}
