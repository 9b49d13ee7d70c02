package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports of fewer objects: what many SIMs have in common, such as a carrier's words and the sizes of its packages, is there
 * once for all, and what a report says several times is there once in it. Thread-safe.
 */
final class CompactReports {

    private final CommonParts<Optional<String>> words = new CommonParts<>();
    private final CommonParts<Optional<Duration>> times = new CommonParts<>();
    private final CommonParts<Allowance> allowances = new CommonParts<>();
    private final CommonParts<Optional<Quantity>> amounts = new CommonParts<>();
    private final CommonParts<Optional<TimePeriod>> validities = new CommonParts<>();
    private final CommonParts<Bucket> commonBuckets = new CommonParts<>();

    /** An equal report. */
    UsageReport compact(final UsageReport report) {
        return new UsageReport(
                report.provider(),
                report.account(),
                report.sim(),
                report.status(),
                words.shared(report.carrierStatus()),
                compact(report.buckets()),
                report.counters(),
                report.fetchedAt(),
                report.observedAt(),
                times.shared(report.carrierCacheTime()),
                report.warnings());
    }

    private List<Bucket> compact(final List<Bucket> buckets) {
        final List<Bucket> compact = new ArrayList<>(buckets.size());
        Optional<TimePeriod> last = Optional.empty();
        for (final Bucket bucket : buckets) {
            last = bucket.validity().equals(last) ? last : validities.shared(bucket.validity());
            compact.add(isCommon(bucket) ? common(bucket, last) : compact(bucket, last));
        }
        return compact;
    }

    private Bucket common(final Bucket bucket, final Optional<TimePeriod> validity) {
        final Bucket known = commonBuckets.find(bucket);
        return known == null ? commonBuckets.keep(compact(bucket, validity)) : known;
    }

    private Bucket compact(final Bucket bucket, final Optional<TimePeriod> validity) {
        final Optional<Quantity> remaining = compact(bucket.remaining(), bucket.allowance());
        return new Bucket(
                bucket.id(),
                bucket.service(),
                allowances.shared(bucket.allowance()),
                remaining,
                bucket.used().equals(remaining) ? remaining : compact(bucket.used(), bucket.allowance()),
                bucket.status(),
                validity);
    }

    private static boolean isCommon(final Bucket bucket) {
        return bucket.id().isEmpty()
                && isCommon(bucket.remaining(), bucket.allowance())
                && isCommon(bucket.used(), bucket.allowance());
    }

    private Optional<Quantity> compact(final Optional<Quantity> amount, final Allowance allowance) {
        return isCommon(amount, allowance) ? amounts.shared(amount) : amount;
    }

    /** Nothing, everything, and a number of minutes or messages are amounts that many have; a number of bytes is not. */
    private static boolean isCommon(final Optional<Quantity> amount, final Allowance allowance) {
        return amount.isEmpty()
                || amount.get().unit() != Unit.BYTES
                || amount.get().isZero()
                || (allowance instanceof Allowance.Limited limited
                        && amount.get().equals(limited.total()));
    }
}
