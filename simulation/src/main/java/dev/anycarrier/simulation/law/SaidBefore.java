package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.Said;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Optional;

/** The answers in which a carrier said what a report says. */
final class SaidBefore {

    private SaidBefore() {}

    /**
     * The carrier's answers that a report can come from: about that SIM, with those amounts, received as a whole by the
     * given time.
     */
    static List<LedgerEntry> answers(
            final Evidence evidence, final SimRef sim, final UsageReport report, final long by) {
        return answersAboutAny(evidence, sim.account(), report, by).stream()
                .filter(entry -> entry.sim().equals(Optional.of(sim.sim().value())))
                .toList();
    }

    /** The same, about whatever SIM. */
    static List<LedgerEntry> answersAboutAny(
            final Evidence evidence, final String account, final UsageReport report, final long by) {
        final SimulatedCarrier carrier = evidence.fleet.carrier(account);
        final boolean counts = !report.counters().isEmpty();
        final String said = counts ? Said.counters(report) : Said.buckets(report);
        final Purpose purpose = counts ? Purpose.SIM_RECORDS : Purpose.BALANCE;
        return carrier.ledger().entries().stream()
                .filter(entry -> entry.purpose() == purpose)
                .filter(entry -> entry.received() >= 0 && entry.received() <= by)
                .filter(entry -> entry.said().equals(Optional.of(said)))
                .toList();
    }

    /** Whether the bucket of a data limit was said too; true where there are no counters. */
    static boolean saidLimit(final Evidence evidence, final SimRef sim, final UsageReport report, final long by) {
        if (report.counters().isEmpty()) {
            return true;
        }
        final String said = Said.buckets(report);
        return evidence.fleet.carrier(sim.account()).ledger().entries().stream()
                .filter(entry -> entry.purpose() == Purpose.SIM_DETAILS)
                .filter(entry -> entry.received() >= 0 && entry.received() <= by)
                .anyMatch(entry -> entry.said().equals(Optional.of(said)));
    }
}
