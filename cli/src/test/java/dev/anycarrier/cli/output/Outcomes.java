package dev.anycarrier.cli.output;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Outcomes of questions to show. */
final class Outcomes {

    static final SimRef SIM = SimRef.parse("acme:8944465400000217735");

    private static final Instant FETCHED = Instant.parse("2026-01-31T12:00:00Z");

    private Outcomes() {}

    static UsageException failure() {
        return UsageException.of(Kind.NOT_FOUND, "unknown SIM").build();
    }

    static UsageReport report(final List<Bucket> buckets, final List<UsageCounter> counters) {
        return new UsageReport(
                "acme",
                SIM.account(),
                SIM.sim(),
                SimStatus.ACTIVE,
                Optional.empty(),
                buckets,
                counters,
                FETCHED,
                Optional.of(FETCHED),
                Optional.empty(),
                List.of());
    }

    /** A limited bucket of data, an unlimited one of voice, and a counter of messages. */
    static UsageReport report() {
        return report(
                List.of(
                        new Bucket(
                                Optional.of("eu-1"),
                                Service.DATA,
                                new Allowance.Limited(Quantity.bytes(1000)),
                                Optional.of(Quantity.bytes(400)),
                                Optional.of(Quantity.bytes(600)),
                                BucketStatus.ACTIVE,
                                Optional.of(TimePeriod.until(FETCHED.plusSeconds(60)))),
                        new Bucket(
                                Optional.empty(),
                                Service.VOICE,
                                Allowance.Unlimited.INSTANCE,
                                Optional.empty(),
                                Optional.empty(),
                                BucketStatus.UNKNOWN,
                                Optional.empty())),
                List.of(new UsageCounter(
                        Service.MESSAGE, Quantity.messages(7), Optional.of(TimePeriod.since(FETCHED)))));
    }

    static UsageResult fresh(final UsageReport report) {
        return new UsageResult.Fresh(report, Duration.ofSeconds(5), List.of());
    }

    static UsageResult stale() {
        return new UsageResult.Stale(
                report(),
                Duration.ofHours(3),
                List.of(new UsageChange(Service.DATA, Optional.of("eu-1"), UsageChange.Kind.USED, Quantity.bytes(50))),
                Optional.of(failure()));
    }
}
