package dev.anycarrier.engine.sweep;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;

/**
 * An outcome on its way from a lane to the consumer.
 *
 * @param lane whose it is
 * @param number the SIM's number in the lane
 * @param outcome what it ended in
 */
record Delivery(Lane lane, long number, SweepOutcome outcome) {

    /** Whether a resumed sweep need not come to the SIM again: its end was not due to the end of this sweep. */
    boolean isFinal() {
        if (outcome instanceof Skipped skipped) {
            return skipped.reason() != Reason.CANCELLED && skipped.reason() != Reason.DEADLINE;
        }
        return outcome instanceof Read
                || (outcome instanceof Failed failed && failed.failure().kind() != Kind.CANCELLED);
    }
}
