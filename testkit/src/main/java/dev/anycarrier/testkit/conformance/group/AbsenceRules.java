package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.stream.Stream;

/** Honest numbers where there is none: unlimited, unknown and gone are not zero. */
public final class AbsenceRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 6, "What is unlimited at the carrier is unlimited in the report.")
                    .because("The zeros that carriers send beside the flag read as: nothing left.")
                    .lookAt("The carrier's flag goes before its numbers.")
                    .shownBy(AbsenceRules::unlimited),
            must(Group.NUMBERS, 7, "What the carrier does not say is absent, never zero.")
                    .because("Zero left is a reason to cut somebody off; not known is none.")
                    .lookAt("Services a SIM does not have, allowances without a total, fields that may be missing.")
                    .shownBy(AbsenceRules::absent));

    private AbsenceRules() {}

    private static void unlimited(final Trial trial) {
        final List<SimTruth> unlimited = trial.sims().stream()
                .filter(truth -> truth.buckets().stream().anyMatch(AbsenceRules::isUnlimited))
                .toList();
        if (unlimited.isEmpty()) {
            throw NotTried.notApplicable("the carrier has no unlimited SIM");
        }
        for (final SimTruth truth : unlimited) {
            final UsageReport report = trial.report(truth.sim());
            truth.buckets().stream()
                    .filter(AbsenceRules::isUnlimited)
                    .forEach(bucket -> unless(
                            TruthComparison.sameBucket(bucket, report)
                                    .filter(AbsenceRules::isUnlimited)
                                    .isPresent(),
                            truth.sim() + " has " + Shown.bucket(bucket) + "\nreported is "
                                    + Shown.buckets(report.buckets())));
        }
    }

    private static boolean isUnlimited(final Bucket bucket) {
        return bucket.allowance() instanceof Allowance.Unlimited;
    }

    private static void absent(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final UsageReport report = trial.report(truth.sim());
            for (final Service service : Service.values()) {
                final boolean has = truth.buckets().stream().anyMatch(bucket -> bucket.service() == service);
                unless(
                        has || report.buckets(service).isEmpty(),
                        truth.sim() + " has no " + service + "\nreported is " + Shown.buckets(report.buckets(service)));
            }
            truth.buckets()
                    .forEach(bucket -> TruthComparison.sameBucket(bucket, report)
                            .ifPresent(reported -> unless(
                                    said(reported).equals(said(bucket)),
                                    truth.sim() + " has " + Shown.bucket(bucket) + "\nreported is "
                                            + Shown.bucket(reported))));
        }
    }

    /** Which parts of a bucket there are. */
    private static List<Boolean> said(final Bucket bucket) {
        return Stream.of(
                        !(bucket.allowance() instanceof Allowance.Unknown),
                        bucket.remaining().isPresent(),
                        bucket.used().isPresent(),
                        bucket.validity().isPresent())
                .toList();
    }
}
