package dev.anycarrier.benchmarks;

/** How thoroughly to measure. */
public enum Effort {
    /** Whether everything runs; the figures mean nothing. */
    SMOKE,

    /** For figures to be relied on. */
    FULL;

    /** One value for the smoke, another for figures to be relied on. */
    public int of(final int smoke, final int full) {
        return this == SMOKE ? smoke : full;
    }
}
