package dev.anycarrier.simulation.fleet;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Amounts as one comparable text, once from the truth and once from a report. */
public final class Said {

    private Said() {}

    /** The buckets of a report. */
    public static String buckets(final UsageReport report) {
        return report.buckets().stream().map(Said::bucket).sorted().collect(Collectors.joining("; "));
    }

    /** The counters of a report. */
    public static String counters(final UsageReport report) {
        return report.counters().stream().map(Said::counter).sorted().collect(Collectors.joining("; "));
    }

    static String limited(final String service, final long total, final long remaining) {
        return service + " " + total + " left " + remaining + " used " + (total - remaining);
    }

    static String unlimited(final String service) {
        return service + " unlimited left - used -";
    }

    static String counter(final String service, final long amount) {
        return service + " " + amount;
    }

    static String all(final List<String> parts) {
        return parts.stream().sorted().collect(Collectors.joining("; "));
    }

    private static String bucket(final Bucket bucket) {
        final Allowance allowance = bucket.allowance();
        final String total = allowance instanceof Allowance.Limited limited
                ? Long.toString(limited.total().amount())
                : allowance instanceof Allowance.Unlimited ? "unlimited" : "unknown";
        return bucket.service() + " " + total + " left " + amount(bucket.remaining()) + " used "
                + amount(bucket.used());
    }

    private static String counter(final UsageCounter counter) {
        return counter(counter.service().toString(), counter.used().amount());
    }

    private static String amount(final Optional<Quantity> quantity) {
        return quantity.map(amount -> Long.toString(amount.amount())).orElse("-");
    }
}
