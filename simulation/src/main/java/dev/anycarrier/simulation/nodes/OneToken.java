package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.store.StoreTalk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Each request for a token has leave of the store, and a reason: the last token that the nodes share was near its end
 * or refused, or the store had lost it.
 */
final class OneToken {

    /** It is used until a little before its end, and may be replaced in the last fifth of that time. */
    private static final double REPLACED_FROM = 0.79;

    private static final int MARGIN_SHARE = 10;
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_USE = Duration.ofHours(24);

    private OneToken() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        for (final LedgerEntry entry : evidence.entries()) {
            if (entry.purpose() == Purpose.TOKEN) {
                final Optional<StoreTalk.Lease> leave = Leases.of(evidence, StoreTalk.TOKEN, entry);
                if (leave.isEmpty()) {
                    broken.accept("a token without leave: " + entry);
                } else {
                    before(evidence, entry, leave.get(), broken);
                }
            }
        }
    }

    private static void before(
            final NodesEvidence evidence,
            final LedgerEntry asked,
            final StoreTalk.Lease leave,
            final Consumer<String> broken) {
        for (final LedgerEntry held : evidence.entries()) {
            if (held.purpose() != Purpose.TOKEN || held.written() >= asked.written()) {
                continue;
            }
            final Optional<StoreTalk.Lease> other = Leases.of(evidence, StoreTalk.TOKEN, held);
            if (other.isEmpty() || other.get().at() >= leave.at()) {
                continue;
            }
            if (Leases.isOpen(evidence, other.get(), leave.at())) {
                broken.accept("two at a time: " + asked + " while " + held);
            } else if (isShared(evidence, held, other.get(), leave.at()) && !isOver(evidence, held, leave.at())) {
                broken.accept("a token nobody needed: " + asked + " after " + held);
            }
        }
    }

    /** Whether all nodes can know it. */
    private static boolean isShared(
            final NodesEvidence evidence, final LedgerEntry held, final StoreTalk.Lease leave, final long at) {
        return held.status() == 200
                && held.received() >= 0
                && evidence.talk.ended().stream()
                        .anyMatch(end -> end.good()
                                && Leases.isEnd(end, leave)
                                && end.at() >= held.received()
                                && end.arrival() < Math.min(at, leave.until()))
                && !evidence.talk.wasEmptied(leave.at(), at);
    }

    private static boolean isOver(final NodesEvidence evidence, final LedgerEntry held, final long at) {
        final Duration lifetime = evidence.story.carrier().tokenLifetime();
        final long life = (lifetime.compareTo(LONGEST_USE) < 0 ? lifetime : LONGEST_USE).toNanos();
        final long used = life - Math.min(life / MARGIN_SHARE, LONGEST_MARGIN.toNanos());
        final List<LedgerEntry> entries = evidence.entries();
        return at - held.written()
                        >= used * REPLACED_FROM - evidence.standstill().toNanos()
                || entries.stream()
                        .anyMatch(entry -> entry.purpose() != Purpose.TOKEN
                                && entry.status() == 401
                                && entry.generation() == held.generation()
                                && entry.received() >= 0
                                && entry.received() <= at);
    }
}
