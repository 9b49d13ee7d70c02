package dev.anycarrier.benchmarks;

import java.util.List;

/**
 * One line of the table: a ratio, what it ought to be, and the figures that it comes from.
 *
 * @param id the goal's, such as {@code P1}
 * @param what what is compared with what, in a few words
 * @param value the ratio, or an amount where the goal is one
 * @param unit of the value; empty for a ratio
 * @param goal what the value ought to be
 * @param figures what was measured, ours and the peers', for those who want to know more
 */
public record Result(String id, String what, double value, String unit, Goal goal, List<Figure> figures) {

    /** Copies the figures. */
    public Result {
        figures = List.copyOf(figures);
    }

    /**
     * One measured amount.
     *
     * @param name of what was measured
     * @param value the median of all runs
     * @param unit such as {@code µs} or {@code B}
     */
    public record Figure(String name, double value, String unit) {}
}
