package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.CarrierHold;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.spi.LimitScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The carrier counted no request over a limit, and got none before a time that it had asked to wait for. */
final class CarriersLimit {

    /** So long may it take until all threads know what one has just read. */
    private static final long GRACE = Duration.ofMillis(20).toNanos();

    private CarriersLimit() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
            carrier.ledger().violations().stream()
                    .filter(violation -> !wasSetForward(evidence)
                            || (violation.ofOneProcess() && !OneRefresh.wasOpenedAnew(evidence)))
                    .forEach(violation -> broken.accept(violation.what()));
            final List<LedgerEntry> entries = carrier.ledger().entries();
            for (final LedgerEntry entry : entries) {
                entry.hold()
                        .filter(hold -> entry.received() >= 0)
                        .ifPresent(hold -> held(evidence, entries, entry, hold, broken));
            }
        }
    }

    /** A clock that is set forward between two openings of an account makes what one has kept look long ago to the other. */
    private static boolean wasSetForward(final Evidence evidence) {
        return evidence.story.faults().all().stream()
                .anyMatch(fault -> fault.kind() == FaultKind.WALL_CLOCK && fault.amount() > 0);
    }

    private static void held(
            final Evidence evidence,
            final List<LedgerEntry> entries,
            final LedgerEntry asking,
            final CarrierHold hold,
            final Consumer<String> broken) {
        final long until = asking.written() + hold.length().toNanos();
        final long known = asking.received() + GRACE;
        for (final LedgerEntry entry : entries) {
            final boolean early = entry.written() < until
                    && entry.entered() > known + evidence.suspended(asking.received(), entry.entered())
                    && concerns(hold.scope(), asking, entry);
            if (early && isKnown(evidence, asking, entry)) {
                broken.accept("before its time " + until + ": " + entry + ", held by " + asking);
            }
        }
    }

    /** Another process knows it from the state alone, which may have failed, or whose times a stepped clock confuses. */
    private static boolean isKnown(final Evidence evidence, final LedgerEntry asking, final LedgerEntry entry) {
        return asking.process().equals(entry.process())
                || Keeping.isSound(evidence, asking.process(), asking.received());
    }

    private static boolean concerns(final LimitScope scope, final LedgerEntry asking, final LedgerEntry entry) {
        return switch (scope) {
            case TOKEN_ENDPOINT -> entry.purpose() == Purpose.TOKEN;
            case ACCOUNT -> entry.purpose() != Purpose.TOKEN;
            case SIM ->
                entry.purpose() != Purpose.TOKEN
                        && entry.sim().equals(asking.sim())
                        && !entry.sim().equals(Optional.empty());
        };
    }
}
