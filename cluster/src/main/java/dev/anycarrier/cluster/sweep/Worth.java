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
    /** The time that there was came to its end before the SIM's turn or answer. */
    ASKED_AGAIN,
    /** Nothing can be asked for want of something on our own side, which says nothing of the SIM and of the next neither. */
    ASKED_AGAIN_LATER;

    /** Decides; {@code late} if the time that there was for the outcome's chunk is over. */
    static Worth of(final SweepOutcome outcome, final boolean late) {
        if (outcome instanceof Skipped skipped) {
            return skipped.reason() == Reason.DEADLINE || skipped.reason() == Reason.CANCELLED ? ASKED_AGAIN : KEPT;
        }
        if (outcome instanceof Failed failed) {
            return of(failed.failure(), late);
        }
        return outcome instanceof Read read && read.result() instanceof UsageResult.Stale stale
                ? stale.cause().map(cause -> of(cause, late)).orElse(KEPT)
                : KEPT;
    }

    private static Worth of(final UsageException failure, final boolean late) {
        if (late && failure.kind() == Kind.DEADLINE_EXCEEDED) {
            return ASKED_AGAIN;
        }
        final boolean own = failure.kind() == Kind.CANCELLED
                || failure.unavailableCause()
                        .filter(UnavailableCause.LOCAL::equals)
                        .isPresent();
        return own ? ASKED_AGAIN_LATER : KEPT;
    }
}
