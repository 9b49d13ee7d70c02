package dev.anycarrier.testkit.fault;

import dev.anycarrier.http.Balance;
import dev.anycarrier.http.CarrierTime;
import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StatusWords;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One account at the made-up carrier. */
record TinyProvider(String id, ProviderContext context, TinyApi api) implements UsageProvider {

    private static final StatusWords WORDS = new StatusWords(Map.of("ACTIVE", SimStatus.ACTIVE));

    @Override
    public ProviderDescriptor descriptor() {
        return new ProviderDescriptor(
                Set.of(IdentifierType.ICCID),
                Set.of(Service.DATA),
                Optional.empty(),
                Duration.ZERO,
                List.of(),
                Optional.empty());
    }

    @Override
    public UsageReport usage(final SimId sim) {
        final TinyAnswer answer = api.usage(sim.value());
        if (answer.error() != null) {
            throw UsageException.of(Kind.NOT_FOUND, "the carrier answered with an error of its own")
                    .carrierCode(answer.error().code())
                    .build();
        }
        requireAbout(sim, answer.iccid());
        final List<UsageWarning> warnings = new ArrayList<>();
        return new UsageReport(
                id,
                context.account(),
                sim,
                Optional.ofNullable(answer.status())
                        .map(word -> WORDS.read(word, warnings::add))
                        .orElse(SimStatus.ACTIVE),
                Optional.ofNullable(answer.status()),
                List.of(bucket(answer, warnings)),
                List.of(),
                context.clock().instant(),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }

    private static Bucket bucket(final TinyAnswer answer, final List<UsageWarning> warnings) {
        final TinyAnswer.Data data = answer.data();
        if (data == null) {
            throw InvalidData.field("data", "is missing or null");
        }
        final Bucket bucket = new Balance(
                        Service.DATA,
                        CarrierUnit.BYTE,
                        new Balance.Amount("data.total", data.total()),
                        new Balance.Amount("data.remaining", data.remaining()))
                .bucket(warnings::add);
        return answer.expiresAt() == null
                ? bucket
                : bucket.withValidity(TimePeriod.until(CarrierTime.utc("expires_at", answer.expiresAt())));
    }

    private static void requireAbout(final SimId asked, final String answered) {
        final boolean same;
        try {
            same = answered != null && Iccid.of(answered).equals(asked);
        } catch (final IllegalArgumentException e) {
            throw InvalidData.field("iccid", "is no ICCID");
        }
        if (!same) {
            throw InvalidData.field("iccid", "is missing or names another SIM than was asked for");
        }
    }
}
