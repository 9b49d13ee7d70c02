package dev.anycarrier.benchmarks;

import java.util.List;

/** The middle of what was measured, which one bad run does not move. */
public final class Medians {

    private Medians() {}

    /**
     * The median.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double of(final List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        final double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
