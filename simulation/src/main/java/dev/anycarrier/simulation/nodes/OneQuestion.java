package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.store.StoreTalk.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Each request of a question about a SIM has leave of the store, which nobody else has at the time; its end is told; and while a
 * value that was told is new, nobody has leave to ask for another.
 */
final class OneQuestion {

    /** From the last answer to the end of the question: what comes between takes no time. */
    private static final long GRACE = Duration.ofSeconds(1).toNanos();

    private OneQuestion() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        for (final LedgerEntry entry : evidence.entries()) {
            if (entry.purpose() == Purpose.BALANCE) {
                final Optional<Lease> leave = Leases.of(evidence, entry.sim().orElseThrow(), entry);
                if (leave.isEmpty()) {
                    broken.accept("asked without leave: " + entry);
                } else {
                    if (entry.written() >= leave.get().until()) {
                        broken.accept("went on when its leave was over: " + entry);
                    }
                    others(evidence, entry, leave.get(), broken);
                    told(evidence, entry, leave.get(), broken);
                }
            }
        }
    }

    private static void others(
            final NodesEvidence evidence, final LedgerEntry asked, final Lease leave, final Consumer<String> broken) {
        for (final LedgerEntry known : evidence.entries()) {
            if (known.purpose() != Purpose.BALANCE
                    || !known.sim().equals(asked.sim())
                    || known.written() >= asked.written()) {
                continue;
            }
            final Optional<Lease> other = Leases.of(evidence, leave.what(), known);
            if (other.isEmpty() || other.get().at() >= leave.at()) {
                continue;
            }
            if (Leases.isOpen(evidence, other.get(), leave.at())) {
                broken.accept("two at a time: " + asked + " while " + known);
            } else if (isNew(evidence, known, other.get(), leave.at())) {
                broken.accept("nothing new can be said: " + asked + " after " + known);
            }
        }
    }

    /** Whether all nodes can know it, and the carrier has nothing newer to say. */
    private static boolean isNew(
            final NodesEvidence evidence, final LedgerEntry known, final Lease leave, final long at) {
        return known.said().isPresent()
                && known.received() >= 0
                && at < known.received() + evidence.story.interval().toNanos()
                && evidence.talk.ended().stream()
                        .anyMatch(end -> end.good()
                                && Leases.isEnd(end, leave)
                                && end.at() >= known.received()
                                && end.arrival() < Math.min(at, leave.until()))
                && !evidence.talk.wasEmptied(leave.at(), at);
    }

    private static void told(
            final NodesEvidence evidence, final LedgerEntry entry, final Lease leave, final Consumer<String> broken) {
        final long grace = GRACE + evidence.standstill().toNanos();
        if (entry.said().isPresent()
                && entry.received() >= 0
                && evidence.livedUntil(entry.process(), entry.received() + grace)
                && evidence.talk.ended().stream()
                        .noneMatch(end -> end.good()
                                && Leases.isEnd(end, leave)
                                && end.at() >= entry.received()
                                && end.at() <= entry.received() + grace)) {
            broken.accept("the others were not told of " + entry);
        }
    }
}
