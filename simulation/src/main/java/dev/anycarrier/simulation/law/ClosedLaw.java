package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import java.time.Duration;
import java.util.function.Consumer;

/** After {@code close} there is no thread, no open wire and no request any more, and it does not take long. */
final class ClosedLaw {

    private static final long GRACE = Duration.ofSeconds(6).toNanos();

    private ClosedLaw() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final Closing closing : evidence.closings) {
            if (closing.openWires() > 0
                    || ((!closing.threads().isEmpty() || closing.openExchanges() > 0)
                            && !waitsForDisk(evidence, closing))) {
                broken.accept("left behind: " + closing);
            }
            if (closing.took() - evidence.suspended(closing.at() - closing.took(), closing.at()) > GRACE) {
                broken.accept("closing took " + Duration.ofNanos(closing.took()));
            }
            for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
                for (final LedgerEntry entry : carrier.ledger().entries()) {
                    if (entry.process().equals(closing.process()) && entry.written() > closing.at()) {
                        broken.accept("asked after the end: " + entry);
                    }
                }
            }
        }
    }

    /** Nobody can interrupt a disk: what waits for it ends when the disk answers. */
    static boolean waitsForDisk(final Evidence evidence, final Closing closing) {
        return evidence.story.faults().all().stream()
                .filter(fault -> fault.kind() == FaultKind.STATE_SLOW)
                .anyMatch(slow -> slow.from().toNanos() <= closing.at()
                        && slow.end().plusMillis(slow.amount()).toNanos() >= closing.at() - closing.took());
    }
}
