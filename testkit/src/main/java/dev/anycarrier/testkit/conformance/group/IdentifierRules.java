package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One SIM is the same by all of its identifiers. */
public final class IdentifierRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.IDENTITY, 13, "A SIM is the same by each of its identifiers, and is named by the one asked for.")
                    .because("One platform knows SIMs by ICCID, another by the carrier's own number.")
                    .lookAt("Requests that take one type of identifier only, and what the answer is compared with.")
                    .shownBy(IdentifierRules::eachIdentifier),
            must(Group.IDENTITY, 14, "Hours of another SIM are INVALID_DATA, where they name their SIM.")
                    .because("Behind a confused cache or proxy the answer to one question reaches another.")
                    .lookAt("Compare the identifier in each group with the one that was asked for.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourPageRules::anotherSim),
            must(Group.IDENTITY, 15, "The records of a SIM are the same by each of its identifiers.")
                    .because("A filter that the carrier does not understand may be no filter at all.")
                    .lookAt("Whether records are compared with the identifier that they name, of the same type.")
                    .concerning(Capability.RECORDS)
                    .shownBy(IdentifierRules::records));

    private IdentifierRules() {}

    private static void eachIdentifier(final Trial trial) {
        boolean several = false;
        for (final SimTruth truth : trial.sims()) {
            final List<SimId> names = AcceptedNames.of(trial, truth);
            several |= names.size() > 1;
            for (final SimId name : names.subList(Math.min(1, names.size()), names.size())) {
                final UsageReport report = trial.report(name);
                unless(report.sim().equals(name), "the report about " + name + " names " + report.sim());
                mustBeTheTruth(truth, report);
            }
        }
        if (!several) {
            throw NotTried.notApplicable("no SIM has two identifiers that the provider accepts");
        }
    }

    private static void mustBeTheTruth(final SimTruth truth, final UsageReport report) {
        final List<String> differences = Stream.of(
                        TruthComparison.status(truth, report),
                        TruthComparison.buckets(truth, report),
                        TruthComparison.counters(truth, report))
                .flatMap(Optional::stream)
                .toList();
        unless(differences.isEmpty(), "asked for by " + report.sim() + ": " + Shown.first(differences));
    }

    private static void records(final Trial trial) {
        final List<UsageRecord> all = trial.carrier().records();
        final UsageRecordQuery window = HourlySums.months(all);
        final SimId sim = trial.sims().stream()
                .filter(truth -> AcceptedNames.of(trial, truth).size() > 1)
                .map(SimTruth::sim)
                .findFirst()
                .orElseThrow(() -> NotTried.notApplicable("no SIM has two identifiers that the provider accepts"));
        final List<UsageRecord> expected =
                inOrder(all.stream().filter(record -> record.sim().equals(sim)).toList());
        for (final SimId name : AcceptedNames.of(trial, sim)) {
            final List<UsageRecord> records = inOrder(Asking.mustSucceed(
                    "the records of " + name, () -> trial.respondent().records(window.of(name))));
            if (!records.equals(expected)) {
                throw new Violation("the records of " + name + " are " + records.size() + ", and the carrier has "
                        + expected.size() + " of that SIM, or they differ");
            }
        }
    }

    private static List<UsageRecord> inOrder(final List<UsageRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(UsageRecord::time).thenComparing(UsageRecord::id))
                .toList();
    }
}
