package dev.anycarrier.observation;

import dev.anycarrier.sweep.SweepProgress;

/** Where the SIMs of a sweep are. */
enum SweepCount {
    DONE,
    STALE,
    FAILED,
    SKIPPED,
    RESUMED,
    DEFERRED,
    IN_FLIGHT;

    /** Whether it is an outcome of this process, which stays one. */
    boolean isOutcome() {
        return switch (this) {
            case DONE, STALE, FAILED, SKIPPED -> true;
            case RESUMED, DEFERRED, IN_FLIGHT -> false;
        };
    }

    long of(final SweepProgress progress) {
        return switch (this) {
            case DONE -> progress.done();
            case STALE -> progress.stale();
            case FAILED -> progress.failed();
            case SKIPPED -> progress.skipped();
            case RESUMED -> progress.resumed();
            case DEFERRED -> progress.deferred();
            case IN_FLIGHT -> progress.inFlight();
        };
    }
}
