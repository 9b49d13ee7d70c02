package dev.anycarrier.onomondo;

import dev.anycarrier.http.CarrierClient;
import dev.anycarrier.onomondo.wire.Sim;
import dev.anycarrier.spi.AccessCheck;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One Onomondo account.
 *
 * <p>Onomondo has no balance. The usage of a SIM is the sum of its records in the current month (UTC) as a counter,
 * beside a bucket where a data limit is set on the SIM: one request for each thousand records, and one for the limit. A
 * counter is never turned into a bucket. The carrier states no SIM status, so it is {@link SimStatus#UNKNOWN}.
 *
 * <p>That usage can be asked for by ICCID was seen; that a data limit can was not. So the limit is asked for by the
 * identifier that the records name, and by the ICCID only where there are none (a guess).
 *
 * <p>Records are increments of about 15 minutes, but those of several sessions do not come together, so no interval is
 * declared below which asking again would teach nothing.
 */
final class OnomondoProvider implements UsageProvider {

    private static final int MAXIMUM_PAGES = 100;

    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            Set.of(IdentifierType.ICCID, IdentifierType.CARRIER_SIM_ID),
            Set.of(Service.DATA),
            Optional.empty(),
            Duration.ZERO,
            List.of(new RateLimit(LimitScope.ACCOUNT, 600, Duration.ofMinutes(1))),
            Optional.of(new RateLimitHeaders(
                    "x-ratelimit-limit",
                    "x-ratelimit-remaining",
                    "x-ratelimit-reset",
                    ResetMeaning.EPOCH_SECONDS,
                    LimitScope.ACCOUNT)));

    private final ProviderContext context;
    private final OnomondoApi api;
    private final UsageRecords records;
    private final UsageByHour hours;
    private final TagUsage tags;

    OnomondoProvider(final ProviderContext context) {
        this.context = context;
        this.api = CarrierClient.create(
                OnomondoApi.class,
                context.settings().get(OnomondoSettings.BASE_URL),
                context.transport(OnomondoAuthentication.of(context.settings())),
                context,
                OnomondoErrors::map);
        this.records = new OnomondoRecords(api, context.events());
        this.hours = new OnomondoHours(api, context.events());
        this.tags = new OnomondoTags(api);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public UsageReport usage(final SimId sim) {
        OnomondoSims.askable(sim);
        final Instant now = context.clock().instant();
        final CarrierPeriod month = CarrierPeriod.monthOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        final DistinctUsage used =
                used(UsageRecordQuery.between(month.start(), month.end()).of(sim));
        final SimId known = used.sim().orElse(sim);
        final Sim details = api.sim(known.value());
        OnomondoMapping.requireAbout(List.of(sim, known), details, context.events());
        return new UsageReport(
                OnomondoProviderFactory.ID,
                context.account(),
                sim,
                SimStatus.UNKNOWN,
                Optional.empty(),
                Optional.ofNullable(details.dataLimit()).map(OnomondoMapping::bucket).stream()
                        .toList(),
                List.of(new UsageCounter(
                        Service.DATA, used.sum(), Optional.of(TimePeriod.between(month.start(), month.end())))),
                context.clock().instant(),
                Optional.empty(),
                Optional.empty(),
                warnings(sim, used));
    }

    private static List<UsageWarning> warnings(final SimId sim, final DistinctUsage used) {
        return Stream.concat(UsageWarning.ofCheckDigit(sim).stream(), used.warnings().stream())
                .toList();
    }

    private DistinctUsage used(final UsageRecordQuery month) {
        final DistinctUsage used = new DistinctUsage();
        try {
            new Pages<>(Optional.empty(), MAXIMUM_PAGES, cursor -> records.page(month, cursor))
                    .forEachRemaining(page -> page.items().forEach(used::add));
        } catch (final UsageException failure) {
            // Half a sum is worth nothing, so there is nothing to take up again.
            throw failure.toBuilder().resumeAt(Optional.empty()).build();
        }
        return used;
    }

    @Override
    public Optional<UsageRecords> records() {
        return Optional.of(records);
    }

    @Override
    public Optional<UsageByHour> usageByHour() {
        return Optional.of(hours);
    }

    @Override
    public Optional<TagUsage> tagUsage() {
        return Optional.of(tags);
    }

    @Override
    public Optional<AccessCheck> accessCheck() {
        return Optional.of(new OnomondoAccess(api));
    }
}
