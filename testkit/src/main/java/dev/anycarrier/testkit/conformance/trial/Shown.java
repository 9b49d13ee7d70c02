package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How findings show what was answered. */
public final class Shown {

    private static final int MOST = 3;

    private Shown() {}

    public static String answer(final Object answer) {
        return answer instanceof UsageReport report
                ? report.status() + " with " + (report.buckets().isEmpty() ? "no bucket" : buckets(report.buckets()))
                : String.valueOf(answer);
    }

    public static String failure(final Throwable failure) {
        if (failure instanceof UsageException) {
            return String.valueOf(failure.getMessage());
        }
        final StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    public static String buckets(final List<Bucket> buckets) {
        return buckets.stream().map(Shown::bucket).collect(Collectors.joining("; ", "[", "]"));
    }

    public static String bucket(final Bucket bucket) {
        return bucket.service() + bucket.id().map(id -> " " + id).orElse("") + ": "
                + allowance(bucket.allowance())
                + amount(", remaining ", bucket.remaining())
                + amount(", used ", bucket.used())
                + ", " + bucket.status()
                + bucket.validity().map(Shown::period).orElse("");
    }

    public static String period(final TimePeriod period) {
        return ", from " + instant(period.start()) + " to " + instant(period.end());
    }

    /** The first of many findings, and how many more there are. */
    public static String first(final List<String> findings) {
        final String first = findings.stream().limit(MOST).collect(Collectors.joining("\n"));
        return findings.size() > MOST ? first + "\nand " + (findings.size() - MOST) + " more" : first;
    }

    private static String allowance(final Allowance allowance) {
        return allowance instanceof Allowance.Limited limited
                ? "limited to " + limited.total().amount()
                : String.valueOf(allowance instanceof Allowance.Unlimited ? "unlimited" : "allowance unknown");
    }

    private static String amount(final String name, final Optional<Quantity> amount) {
        return amount.map(quantity -> name + quantity.amount()).orElse("");
    }

    private static String instant(final Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("?");
    }
}
