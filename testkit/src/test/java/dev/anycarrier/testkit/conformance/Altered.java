package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A report in pieces, so that one of them can be replaced before it is put together again. */
final class Altered {

    String account;
    SimId sim;
    SimStatus status;
    Optional<String> carrierStatus;
    List<Bucket> buckets;
    List<UsageCounter> counters;
    Instant fetchedAt;
    Optional<Instant> observedAt;
    Optional<Duration> carrierCacheTime;
    List<UsageWarning> warnings;

    private Altered(final UsageReport report) {
        this.account = report.account();
        this.sim = report.sim();
        this.status = report.status();
        this.carrierStatus = report.carrierStatus();
        this.buckets = new ArrayList<>(report.buckets());
        this.counters = new ArrayList<>(report.counters());
        this.fetchedAt = report.fetchedAt();
        this.observedAt = report.observedAt();
        this.carrierCacheTime = report.carrierCacheTime();
        this.warnings = new ArrayList<>(report.warnings());
    }

    static UsageReport report(final UsageReport report, final Consumer<Altered> change) {
        final Altered parts = new Altered(report);
        change.accept(parts);
        return new UsageReport(
                report.provider(),
                parts.account,
                parts.sim,
                parts.status,
                parts.carrierStatus,
                parts.buckets,
                parts.counters,
                parts.fetchedAt,
                parts.observedAt,
                parts.carrierCacheTime,
                parts.warnings);
    }

    /** A report that says nothing. */
    static UsageReport empty(final SimId sim, final SimStatus status) {
        return new UsageReport(
                "acme",
                Trial.ACCOUNT,
                sim,
                status,
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
