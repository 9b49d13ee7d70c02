package dev.anycarrier.engine.token;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave the carrier alone: 1 s after the first failure, doubling to 1 min; a random part of it, half at least. */
final class TokenBackoff {

    static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final RandomGenerator random;

    TokenBackoff(final RandomGenerator random) {
        this.random = random;
    }

    /**
     * A pause in nanoseconds.
     *
     * @param failures how many there were in a row, at least 1
     */
    long after(final int failures) {
        final long full = Math.min(LONGEST, SHORTEST << Math.min(failures - 1, MOST_DOUBLINGS));
        return full / 2 + random.nextLong(full / 2 + 1);
    }
}
