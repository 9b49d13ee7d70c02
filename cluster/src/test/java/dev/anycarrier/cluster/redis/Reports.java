package dev.anycarrier.cluster.redis;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports such as carriers give. */
final class Reports {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private Reports() {}

    static SimId sim(final int number) {
        return new Iccid(String.format("8944%015d", number));
    }

    /** A report that used says apart from others. */
    static UsageReport of(final SimId sim, final long used) {
        final Quantity total = new Quantity(5_000_000_000L, Service.DATA.unit());
        final Bucket bucket = new Bucket(
                Optional.of("bundle-1"),
                Service.DATA,
                Allowance.limited(total),
                Optional.of(new Quantity(total.amount() - used, Service.DATA.unit())),
                Optional.of(new Quantity(used, Service.DATA.unit())),
                BucketStatus.ACTIVE,
                Optional.of(new TimePeriod(Optional.of(START), Optional.of(START.plusSeconds(86_400L * 30)))));
        return new UsageReport(
                "acme",
                "main",
                sim,
                SimStatus.ACTIVE,
                Optional.of("in use"),
                List.of(bucket),
                List.of(),
                START.plusSeconds(used),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
