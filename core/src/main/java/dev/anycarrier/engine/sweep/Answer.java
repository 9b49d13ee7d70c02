package dev.anycarrier.engine.sweep;

import dev.anycarrier.sweep.SweepOutcome;

/** What comes of working on a SIM. */
sealed interface Answer {

    /**
     * It has ended.
     *
     * @param outcome in this
     */
    record Ended(SweepOutcome outcome) implements Answer {}

    /**
     * It is to be asked about again.
     *
     * @param due not before this monotonic time
     */
    record Later(long due) implements Answer {}
}
