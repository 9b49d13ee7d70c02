package dev.anycarrier.cluster.redis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node knows of an account's clock in the store: a bound from either side, by the last answer. So that what arrives
 * late, since the server stood still, is taken for what it is. Thread-safe.
 */
final class StoreClock {

    private static final long NANOS = 1000;

    private volatile @Nullable Sample last;

    /**
     * Takes a time that was read between two moments.
     *
     * @param run of the server
     * @param before on this node's monotonic clock, in nanoseconds
     * @param time on the store's, in microseconds
     */
    void learn(final String run, final long before, final long after, final long time) {
        last = new Sample(run, time - after / NANOS - 1, time - before / NANOS + 1);
    }

    /** What the clock there shows at least at a moment of this node's; empty if nothing is known of that run. */
    Optional<Long> atLeast(final String run, final long moment) {
        final Sample sample = last;
        return sample != null && sample.run.equals(run)
                ? Optional.of(sample.lowest + moment / NANOS)
                : Optional.empty();
    }

    /** What the clock there shows at most. */
    Optional<Long> atMost(final String run, final long moment) {
        final Sample sample = last;
        return sample != null && sample.run.equals(run)
                ? Optional.of(sample.highest + moment / NANOS)
                : Optional.empty();
    }

    /** Bounds of the difference between the clocks, in microseconds. */
    private record Sample(String run, long lowest, long highest) {}
}
