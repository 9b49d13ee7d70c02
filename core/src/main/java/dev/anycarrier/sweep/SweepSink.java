package dev.anycarrier.sweep;

/**
 * Takes the outcomes of a sweep, one at a time, from one thread. A sink that blocks slows the sweep down.
 *
 * <p>An outcome is acknowledged when the method returns. If it throws, the outcome is not acknowledged, the sweep ends, and
 * a resumed sweep comes to that SIM again. So it does if the process dies between the return and the writing of the
 * checkpoint: across a kill, a sink may see an outcome of one SIM twice, and never misses one.
 */
@FunctionalInterface
public interface SweepSink {

    /** Takes an outcome; it must be safe where it belongs when this returns. */
    void accept(SweepOutcome outcome);
}
