package com.example.nimbus;

import com.example.nimbus.wire.UsageAnswer;
import dev.anycarrier.http.Balance;
import dev.anycarrier.http.Balance.Amount;
import dev.anycarrier.http.BucketState;
import dev.anycarrier.http.CarrierTime;
import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StatusWords;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an answer of Nimbus Mobile as a report. */
final class NimbusUsage {

    private static final StatusWords STATUS_WORDS = new StatusWords(Map.of(
            "inactive", SimStatus.NOT_ACTIVE,
            "active", SimStatus.ACTIVE,
            "suspended", SimStatus.SUSPENDED,
            "finished", SimStatus.EXHAUSTED,
            "expired", SimStatus.EXPIRED));

    private NimbusUsage() {}

    static UsageReport report(final UsageAnswer answer, final Iccid sim, final ProviderContext context) {
        if (!answer.iccid().equals(sim.value())) {
            throw InvalidData.anotherSim("the answer", context.events());
        }
        final List<UsageWarning> warnings = new ArrayList<>();
        UsageWarning.ofCheckDigit(sim).ifPresent(warnings::add);
        final SimStatus status = STATUS_WORDS.read(answer.status(), warnings::add);
        return new UsageReport(
                NimbusProviderFactory.ID,
                context.account(),
                sim,
                status,
                Optional.of(answer.status()),
                buckets(answer, status, warnings::add),
                List.of(),
                context.clock().instant(),
                Optional.empty(),
                Optional.of(NimbusProvider.CACHE_TIME),
                warnings);
    }

    private static List<Bucket> buckets(
            final UsageAnswer answer, final SimStatus status, final Consumer<UsageWarning> warnings) {
        final Bucket data = answer.unlimited() ? unlimited(answer, warnings) : limited(answer, warnings);
        final Bucket inState = BucketState.under(status, data, warnings);
        return List.of(Optional.ofNullable(answer.expiresAt())
                .map(text -> inState.withValidity(TimePeriod.until(CarrierTime.utc("expires_at", text))))
                .orElse(inState));
    }

    private static Bucket unlimited(final UsageAnswer answer, final Consumer<UsageWarning> warnings) {
        return Bucket.unlimited(Service.DATA)
                .withUsed(CarrierUnit.MEGABYTE.roundUp("used_mb", answer.usedMb(), warnings));
    }

    private static Bucket limited(final UsageAnswer answer, final Consumer<UsageWarning> warnings) {
        if (answer.usedMb().compareTo(answer.totalMb()) > 0) {
            throw InvalidData.field("used_mb", "exceeds field total_mb");
        }
        return new Balance(
                        Service.DATA,
                        CarrierUnit.MEGABYTE,
                        new Amount("total_mb", answer.totalMb()),
                        new Amount("total_mb - used_mb", answer.totalMb().subtract(answer.usedMb())))
                .bucket(warnings);
    }
}
