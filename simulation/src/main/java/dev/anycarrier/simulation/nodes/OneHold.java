package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.CarrierHold;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A hold is kept by the node that heard of it, and by the others once it could tell the store: they may still use the
 * permits that they had.
 */
final class OneHold {

    /** So long may it take until all threads know what one has just read. */
    private static final long AT_HOME = Duration.ofMillis(20).toNanos();

    /** So long may it take to tell the store, if nothing comes between. */
    private static final long AWAY = Duration.ofMillis(50).toNanos();

    private OneHold() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        for (final LedgerEntry asking : evidence.entries()) {
            asking.hold()
                    .filter(hold -> asking.received() >= 0)
                    .ifPresent(hold -> held(evidence, asking, hold, broken));
        }
    }

    private static void held(
            final NodesEvidence evidence,
            final LedgerEntry asking,
            final CarrierHold hold,
            final Consumer<String> broken) {
        final long until = asking.written() + hold.length().toNanos();
        for (final LedgerEntry entry : evidence.entries()) {
            if (entry.written() < until && concerns(hold, asking, entry) && isKnown(evidence, asking, entry)) {
                broken.accept("before its time " + until + ": " + entry + ", held by " + asking);
            }
        }
    }

    private static boolean isKnown(final NodesEvidence evidence, final LedgerEntry asking, final LedgerEntry entry) {
        if (asking.process().equals(entry.process())) {
            return entry.entered() > asking.received() + AT_HOME;
        }
        final long told = asking.received() + AWAY;
        return entry.written() > told + evidence.story.slack().toNanos()
                && evidence.livedUntil(asking.process(), told)
                && !evidence.story.storeFaults().disturb(asking.received(), told)
                && !evidence.talk.wasEmptied(asking.received(), entry.written());
    }

    private static boolean concerns(final CarrierHold hold, final LedgerEntry asking, final LedgerEntry entry) {
        return switch (hold.scope()) {
            case TOKEN_ENDPOINT -> entry.purpose() == Purpose.TOKEN;
            case ACCOUNT -> entry.purpose() != Purpose.TOKEN;
            case SIM -> entry.purpose() != Purpose.TOKEN && entry.sim().equals(asking.sim());
        };
    }
}
