package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Each token that was asked for had a reason: none before, the one before near its end, refused, or of an old secret. */
final class OneRefresh {

    /** It is used until a little before its end, and may be replaced in the last fifth of that time. */
    private static final double REPLACED_FROM = 0.79;

    private static final int MARGIN_SHARE = 10;
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_USE = Duration.ofHours(24);

    private OneRefresh() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        if (evidence.story.faults().all().stream().anyMatch(fault -> fault.kind() == FaultKind.TOKEN_LIFETIME)) {
            return;
        }
        for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
            final List<LedgerEntry> entries = carrier.ledger().entries();
            LedgerEntry last = null;
            for (final LedgerEntry entry : entries) {
                if (entry.purpose() == Purpose.TOKEN) {
                    if (last != null && !hasReason(evidence, carrier, entries, last, entry)) {
                        broken.accept("a token nobody needed: " + entry + " after " + last);
                    }
                    if (entry.status() == 200
                            && entry.received() >= 0
                            && entry.fault().isEmpty()) {
                        last = entry;
                    }
                }
            }
        }
    }

    private static boolean hasReason(
            final Evidence evidence,
            final SimulatedCarrier carrier,
            final List<LedgerEntry> entries,
            final LedgerEntry held,
            final LedgerEntry asked) {
        if (!held.process().equals(asked.process())
                || carrier.credentials().rotations() > 0
                || wasOpenedAnew(evidence)) {
            return true;
        }
        final Duration lifetime = carrier.options().tokenLifetime();
        final long life = (lifetime.compareTo(LONGEST_USE) < 0 ? lifetime : LONGEST_USE).toNanos();
        final long used = life - Math.min(life / MARGIN_SHARE, LONGEST_MARGIN.toNanos());
        if (asked.written() - held.written() >= used * REPLACED_FROM - HonestNumbers.slowness(evidence)) {
            return true;
        }
        return entries.stream()
                .anyMatch(entry -> entry.purpose() != Purpose.TOKEN
                        && entry.status() == 401
                        && entry.generation() == held.generation()
                        && entry.received() >= 0
                        && entry.received() <= asked.written());
    }

    /** An account that was taken away and came back begins anew. */
    static boolean wasOpenedAnew(final Evidence evidence) {
        return evidence.story.faults().all().stream().anyMatch(fault -> fault.kind() == FaultKind.CLOSE);
    }
}
