package dev.anycarrier.observation;

import dev.anycarrier.sweep.SweepProgress;
import java.util.function.ToLongFunction;

/** Where the SIMs of a sweep are. */
enum SweepCount {
    DONE(true, SweepProgress::done),
    STALE(true, SweepProgress::stale),
    FAILED(true, SweepProgress::failed),
    SKIPPED(true, SweepProgress::skipped),
    RESUMED(false, SweepProgress::resumed),
    DEFERRED(false, SweepProgress::deferred),
    IN_FLIGHT(false, SweepProgress::inFlight);

    private final boolean outcome;
    private final ToLongFunction<SweepProgress> count;

    SweepCount(final boolean outcome, final ToLongFunction<SweepProgress> count) {
        this.outcome = outcome;
        this.count = count;
    }

    /** Whether it is an outcome of this process, which stays one. */
    boolean isOutcome() {
        return outcome;
    }

    long of(final SweepProgress progress) {
        return count.applyAsLong(progress);
    }
}
