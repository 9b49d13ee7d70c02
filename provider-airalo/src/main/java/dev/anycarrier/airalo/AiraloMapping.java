package dev.anycarrier.airalo;

import dev.anycarrier.airalo.wire.UsageAnswer;
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

/** Reads Airalo's answer as a report. */
final class AiraloMapping {

    /**
     * One of Airalo's megabytes: 1 048 576 bytes. An inference: its packages show 1 GB as 1024 MB, but no document says
     * what a megabyte is.
     */
    static final CarrierUnit MEGABYTE = CarrierUnit.MEBIBYTE;

    /** RECYCLED is in an example of the usage page, not in its list of words. */
    private static final StatusWords STATUS_WORDS = new StatusWords(Map.of(
            "NOT_ACTIVE", SimStatus.NOT_ACTIVE,
            "ACTIVE", SimStatus.ACTIVE,
            "FINISHED", SimStatus.EXHAUSTED,
            "EXPIRED", SimStatus.EXPIRED,
            "UNKNOWN", SimStatus.UNKNOWN,
            "RECYCLED", SimStatus.TERMINATED));

    private AiraloMapping() {}

    static UsageReport report(final UsageAnswer answer, final Iccid sim, final ProviderContext context) {
        final List<UsageWarning> warnings = new ArrayList<>();
        final Consumer<UsageWarning> warn = warnings::add;
        UsageWarning.ofCheckDigit(sim).ifPresent(warn);
        final UsageAnswer.Data data = answer.data();
        final SimStatus status = STATUS_WORDS.read(data.status(), warn);
        return new UsageReport(
                AiraloProviderFactory.ID,
                context.account(),
                sim,
                status,
                Optional.of(data.status()),
                status == SimStatus.TERMINATED ? List.of() : buckets(data, status, warn),
                List.of(),
                context.clock().instant(),
                Optional.empty(),
                Optional.of(AiraloProvider.CACHE_TIME),
                warnings);
    }

    private static List<Bucket> buckets(
            final UsageAnswer.Data data, final SimStatus status, final Consumer<UsageWarning> warnings) {
        final Optional<TimePeriod> validity = validity(data);
        final List<Optional<Bucket>> services =
                List.of(Optional.of(data(data, warnings)), voice(data, warnings), text(data, warnings));
        final List<Bucket> buckets = new ArrayList<>(services.size());
        for (final Optional<Bucket> granted : services) {
            if (granted.isPresent()) {
                final Bucket inItsState = BucketState.under(status, granted.get(), warnings);
                buckets.add(validity.isPresent() ? inItsState.withValidity(validity.get()) : inItsState);
            }
        }
        return buckets;
    }

    private static Optional<TimePeriod> validity(final UsageAnswer.Data data) {
        return data.expiredAt() == null
                ? Optional.empty()
                : Optional.of(TimePeriod.until(CarrierTime.utc("data.expired_at", data.expiredAt())));
    }

    /** Without the flag nobody can tell whether a 0 is nothing or no limit. */
    private static Bucket data(final UsageAnswer.Data data, final Consumer<UsageWarning> warnings) {
        if (data.unlimited() == null) {
            throw InvalidData.field("data.is_unlimited", "is missing or null");
        }
        return data.unlimited()
                ? Bucket.unlimited(Service.DATA)
                : new Balance(
                                Service.DATA,
                                MEGABYTE,
                                new Amount("data.total", data.total()),
                                new Amount("data.remaining", data.remaining()))
                        .bucket(warnings);
    }

    private static Optional<Bucket> voice(final UsageAnswer.Data data, final Consumer<UsageWarning> warnings) {
        return new Balance(
                        Service.VOICE,
                        CarrierUnit.MINUTE,
                        new Amount("data.total_voice", data.totalVoice()),
                        new Amount("data.remaining_voice", data.remainingVoice()))
                .bucketIfGranted(warnings);
    }

    private static Optional<Bucket> text(final UsageAnswer.Data data, final Consumer<UsageWarning> warnings) {
        return new Balance(
                        Service.MESSAGE,
                        CarrierUnit.MESSAGE,
                        new Amount("data.total_text", data.totalText()),
                        new Amount("data.remaining_text", data.remainingText()))
                .bucketIfGranted(warnings);
    }
}
