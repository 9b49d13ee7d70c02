package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every amount of a report by a name of its own. */
final class Amounts {

    static final String TOTAL = "total";
    static final String REMAINING = "remaining";
    static final String USED = "used";

    private Amounts() {}

    static Map<String, Long> of(final UsageReport report) {
        final Map<String, Long> amounts = new LinkedHashMap<>();
        for (final Bucket bucket : report.buckets()) {
            if (bucket.allowance() instanceof Allowance.Limited limited) {
                amounts.put(name(report, bucket, TOTAL), limited.total().amount());
            }
            bucket.remaining().ifPresent(left -> amounts.put(name(report, bucket, REMAINING), left.amount()));
            bucket.used().ifPresent(used -> amounts.put(name(report, bucket, USED), used.amount()));
        }
        for (int index = 0; index < report.counters().size(); index++) {
            final UsageCounter counter = report.counters().get(index);
            amounts.put(
                    "counter " + (index + 1) + " of " + counter.service() + ", " + USED,
                    counter.used().amount());
        }
        return amounts;
    }

    /** The name of one amount of a bucket: by its identifier, or by its place among those of the service. */
    static String name(final UsageReport report, final Bucket bucket, final String amount) {
        return bucket.service() + " bucket "
                + bucket.id()
                        .orElseGet(() -> Integer.toString(
                                report.buckets(bucket.service()).indexOf(bucket) + 1))
                + ", " + amount;
    }
}
