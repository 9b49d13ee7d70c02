package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import java.time.Duration;

/** Whether what one process knew must be known to the next. */
final class Keeping {

    private static final long TIME = Duration.ofSeconds(15).toNanos();

    private Keeping() {}

    /** Nothing kept the state from being kept, the process lived long enough to do it, and its times mean the same to both. */
    static boolean isSound(final Evidence evidence, final String process, final long known) {
        return !evidence.wallClockStepped
                && evidence.deaths.stream()
                        .noneMatch(death -> death.process().equals(process) && death.at() - known < TIME)
                && evidence.story.faults().all().stream().noneMatch(fault -> fault.kind() == FaultKind.STATE_FAILS);
    }
}
