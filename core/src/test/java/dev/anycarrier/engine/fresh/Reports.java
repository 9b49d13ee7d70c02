package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class Reports {

    static final SimId SIM = SimId.parse("sim-1");
    static final long TOTAL = 1_000_000;

    private Reports() {}

    static UsageReport used(final long bytes, final Instant fetchedAt) {
        return used(bytes, fetchedAt, Optional.empty());
    }

    static UsageReport used(final long bytes, final Instant fetchedAt, final Instant observedAt) {
        return used(bytes, fetchedAt, Optional.of(observedAt));
    }

    static UsageReport of(final List<Bucket> buckets, final List<UsageCounter> counters) {
        return report(SIM, buckets, counters, Instant.EPOCH, Optional.empty());
    }

    static UsageReport about(final SimId sim, final long bytes, final Instant fetchedAt) {
        return report(sim, List.of(data(bytes)), List.of(), fetchedAt, Optional.empty());
    }

    static Bucket data(final long used) {
        return Bucket.limited(Service.DATA, Quantity.bytes(TOTAL), Quantity.bytes(TOTAL - used));
    }

    private static UsageReport used(final long bytes, final Instant fetchedAt, final Optional<Instant> observedAt) {
        return report(SIM, List.of(data(bytes)), List.of(), fetchedAt, observedAt);
    }

    private static UsageReport report(
            final SimId sim,
            final List<Bucket> buckets,
            final List<UsageCounter> counters,
            final Instant fetchedAt,
            final Optional<Instant> observedAt) {
        return new UsageReport(
                "carrier",
                "main",
                sim,
                SimStatus.ACTIVE,
                Optional.empty(),
                buckets,
                counters,
                fetchedAt,
                observedAt,
                Optional.empty(),
                List.of());
    }
}
