package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;

/** Whether what one process knew must be known to the next. */
final class Keeping {

    private Keeping() {}

    /** Nothing kept the state from being kept, and its times mean the same to both. */
    static boolean isSound(final Evidence evidence) {
        return !evidence.wallClockStepped
                && evidence.deaths.isEmpty()
                && evidence.story.faults().all().stream().noneMatch(fault -> fault.kind() == FaultKind.STATE_FAILS);
    }
}
