package dev.anycarrier.engine;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;

/**
 * Says so where used and remaining do not add up to the total. None of the three is corrected, since nobody can tell which
 * of them is wrong.
 */
public final class BucketSums {

    /** What rounding to whole base units alone explains. */
    private static final long ROUNDING = 1;

    private BucketSums() {}

    /** The report, with a warning for each such bucket. */
    public static UsageReport noted(final UsageReport report) {
        UsageReport noted = report;
        for (final Bucket bucket : report.buckets()) {
            if (!addsUp(bucket)) {
                noted = noted.withWarning(new UsageWarning(
                        UsageWarning.Kind.INCONSISTENT,
                        "used and remaining of " + bucket.service() + " do not add up to the total"));
            }
        }
        return noted;
    }

    private static boolean addsUp(final Bucket bucket) {
        if (!(bucket.allowance() instanceof Allowance.Limited limited)
                || bucket.remaining().isEmpty()
                || bucket.used().isEmpty()) {
            return true;
        }
        final long gone = limited.total().minus(bucket.remaining().get()).amount();
        return Math.abs(gone - bucket.used().get().amount()) <= ROUNDING;
    }
}
