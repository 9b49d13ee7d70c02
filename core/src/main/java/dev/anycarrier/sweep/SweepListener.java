package dev.anycarrier.sweep;

/** Is told how a sweep goes on, at most five times a second and once at its end. What it throws is ignored, and while it blocks it is told nothing. */
@FunctionalInterface
public interface SweepListener {

    /** The sweep has gone on. */
    void progress(SweepProgress progress);
}
