package dev.anycarrier.benchmarks;

import java.util.Optional;

/**
 * What a ratio ought to be.
 *
 * @param limit what it must reach
 * @param stretch what it would be fine to reach
 * @param upper whether these are bounds from above, else from below
 */
public record Goal(double limit, Optional<Double> stretch, boolean upper) {

    /** No more than this. */
    public static Goal atMost(final double limit) {
        return new Goal(limit, Optional.empty(), true);
    }

    /** No less than this. */
    public static Goal atLeast(final double limit) {
        return new Goal(limit, Optional.empty(), false);
    }

    /** With what would be finer still. */
    public Goal stretch(final double finer) {
        return new Goal(limit, Optional.of(finer), upper);
    }

    /** Whether a value reaches it. */
    public boolean isMetBy(final double value) {
        return reaches(value, limit);
    }

    /** Whether a value reaches even more than has to be. */
    public boolean isSurpassedBy(final double value) {
        return stretch.map(finer -> reaches(value, finer)).orElse(false);
    }

    private boolean reaches(final double value, final double bound) {
        return upper ? value <= bound : value >= bound;
    }
}
