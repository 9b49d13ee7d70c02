package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds a report against the truth. What is found says nothing if they agree. */
public final class TruthComparison {

    private static final Comparator<Bucket> ORDER = Comparator.comparing(Bucket::service)
            .thenComparing(bucket -> bucket.id().orElse(""));

    private TruthComparison() {}

    public static Optional<String> status(final SimTruth truth, final UsageReport report) {
        return report.status() == truth.status()
                ? Optional.empty()
                : Optional.of(truth.sim() + " is " + truth.status() + ", not " + report.status()
                        + report.carrierStatus()
                                .map(word -> " (the carrier's word: " + word + ")")
                                .orElse(""));
    }

    /** In whatever order: few carriers promise any. */
    public static Optional<String> buckets(final SimTruth truth, final UsageReport report) {
        final List<Bucket> expected = truth.buckets().stream().sorted(ORDER).toList();
        final List<Bucket> actual = report.buckets().stream().sorted(ORDER).toList();
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(
                        truth.sim() + " has " + Shown.buckets(expected) + "\nreported is " + Shown.buckets(actual));
    }

    public static Optional<String> counters(final SimTruth truth, final UsageReport report) {
        return report.counters().equals(truth.counters())
                ? Optional.empty()
                : Optional.of(truth.sim() + " has " + truth.counters() + "\nreported is " + report.counters());
    }

    /** The bucket of the report that stands for one of the truth. */
    public static Optional<Bucket> sameBucket(final Bucket truth, final UsageReport report) {
        return report.buckets().stream()
                .filter(bucket -> ORDER.compare(bucket, truth) == 0)
                .findFirst();
    }
}
