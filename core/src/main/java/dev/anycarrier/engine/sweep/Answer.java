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

    /**
     * None of the account's SIMs is to be asked about for a while, and this one again afterwards.
     *
     * @param due not before this monotonic time
     */
    record Held(long due) implements Answer {}
}
