package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.UsageReport;
import java.time.Instant;

/** When a report was received, by whose clock. */
final class Receipt {

    private Receipt() {}

    /** The report with another time of receipt: that of a node whose clock is another is of no use here. */
    static UsageReport at(final UsageReport report, final Instant fetchedAt) {
        return new UsageReport(
                report.provider(),
                report.account(),
                report.sim(),
                report.status(),
                report.carrierStatus(),
                report.buckets(),
                report.counters(),
                fetchedAt,
                report.observedAt(),
                report.carrierCacheTime(),
                report.warnings());
    }
}
