package dev.anycarrier.cluster.sweep;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;

/** What an outcome on one node means for the whole sweep. */
enum Worth {
    /** It is the SIM's outcome. */
    KEPT,
    /** This node came to its end before the SIM's turn. */
    ASKED_AGAIN,
    /** Nothing can be asked for want of something on our own side, which says nothing of the SIM and of the next neither. */
    ASKED_AGAIN_LATER;

    static Worth of(final SweepOutcome outcome) {
        if (outcome instanceof Skipped skipped) {
            return skipped.reason() == Reason.DEADLINE || skipped.reason() == Reason.CANCELLED ? ASKED_AGAIN : KEPT;
        }
        if (outcome instanceof Failed failed) {
            return of(failed.failure());
        }
        return outcome instanceof Read read && read.result() instanceof UsageResult.Stale stale
                ? stale.cause().map(Worth::of).orElse(KEPT)
                : KEPT;
    }

    private static Worth of(final UsageException failure) {
        final boolean own = failure.kind() == Kind.CANCELLED
                || failure.unavailableCause()
                        .filter(UnavailableCause.LOCAL::equals)
                        .isPresent();
        return own ? ASKED_AGAIN_LATER : KEPT;
    }
}
