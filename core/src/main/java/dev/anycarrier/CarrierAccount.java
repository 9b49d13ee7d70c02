package dev.anycarrier;

import dev.anycarrier.engine.CallStage;
import dev.anycarrier.engine.PagedStream;
import dev.anycarrier.engine.Question;
import dev.anycarrier.engine.RecentKeys;
import dev.anycarrier.engine.Statistics;
import dev.anycarrier.settings.EffectiveSetting;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One configured account of one carrier: what users hold instead of a provider. Every question passes the engine.
 *
 * <p>Thread-safe. Methods that ask the carrier block until the answer, the account's {@code deadline} or an interruption,
 * and throw nothing but {@link UsageException}. Each such exception names question, account and provider, and carries a
 * correlation id.
 */
public final class CarrierAccount {

    /** No walk through pages goes further: at a thousand records a page, a hundred million records. */
    private static final int MAXIMUM_PAGES = 100_000;

    private final OpenAccount open;
    private final CallStage calls;

    CarrierAccount(final OpenAccount open) {
        this.open = open;
        this.calls = open.calls();
    }

    /** The account's configured name. */
    public String name() {
        return open.identity().account();
    }

    /** The identifier of its provider, such as {@code airalo}. */
    public String provider() {
        return open.identity().provider();
    }

    /** What holds for this account, whatever is asked. The limits are those in force, settings considered. */
    public ProviderDescriptor descriptor() {
        return open.descriptor();
    }

    /** What this account can be asked; anything else is {@link Kind#UNSUPPORTED}. */
    public Set<Capability> capabilities() {
        final UsageProvider provider = open.provider();
        final Set<Capability> capabilities = EnumSet.of(Capability.USAGE);
        provider.records().ifPresent(there -> capabilities.add(Capability.RECORDS));
        provider.usageByHour().ifPresent(there -> capabilities.add(Capability.USAGE_BY_HOUR));
        provider.tagUsage().ifPresent(there -> capabilities.add(Capability.TAG_TOTAL));
        return capabilities;
    }

    /** The account's settings with their origins; secrets are masked. */
    public List<EffectiveSetting> settings() {
        return open.settings();
    }

    /** What the account has done so far. */
    public AccountStatistics statistics() {
        final Statistics statistics = open.statistics();
        return new AccountStatistics(statistics.requests(), statistics.tokenRequests(), statistics.unknownFields());
    }

    /**
     * Asks for the usage of one SIM.
     *
     * @param sim an identifier of a type that the carrier accepts; an ICCID also serves a carrier that accepts only its
     *     own identifiers
     * @return what the carrier says, about the SIM that was asked for
     * @throws UsageException of any kind; {@link Kind#REJECTED_INPUT}, without a request, if the carrier does not accept
     *     identifiers of that type
     */
    public UsageReport usage(final SimId sim) {
        return calls.call(Question.usage(sim), () -> {
            final SimId accepted = accepted(sim);
            return requireAbout(accepted, open.provider().usage(accepted));
        });
    }

    /**
     * Usage records, page by page as the stream is consumed. Records come in the carrier's order; one that the carrier
     * lists twice is reported once, if no more than {@value RecentKeys#REMEMBERED} others are between.
     *
     * <p>The stream is sequential and lazy: nothing is asked before the first element is wanted, and nothing more after
     * it is closed or no longer read. Each page has the account's {@code deadline}. A failure ends the stream with a
     * {@link UsageException} whose {@link UsageException#resumeAt()} can be given to {@link #records(UsageRecordQuery,
     * String)}; what was read before stays good.
     *
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has no records
     */
    public Stream<UsageRecord> records(final UsageRecordQuery query) {
        return records(query, Optional.empty());
    }

    /**
     * Usage records from where an earlier stream broke off. The records of the page at that place come again from its
     * beginning.
     *
     * @param resumeAt {@link UsageException#resumeAt()} of the earlier stream, of the same query
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has no records
     */
    public Stream<UsageRecord> records(final UsageRecordQuery query, final String resumeAt) {
        return records(query, Optional.of(resumeAt));
    }

    /**
     * Usage grouped by the hour at the carrier, page by page as the stream is consumed.
     *
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has none; later as {@link #records}
     */
    public Stream<HourlyUsage> usageByHour(final UsageRecordQuery query) {
        final Question question = Question.byHour(query);
        final UsageByHour groups = require(question, UsageProvider::usageByHour, "usage by hour");
        final UsageRecordQuery accepted = accepted(question, query);
        return stream(question, Optional.empty(), cursor -> groups.page(accepted, cursor), group -> true);
    }

    /**
     * The usage of all SIMs that carry a tag.
     *
     * @param tag the carrier's identifier of the tag
     * @throws UsageException of any kind; {@link Kind#UNSUPPORTED} if the carrier has no tags
     */
    public TagTotal tagTotal(final String tag) {
        final Question question = Question.tagTotal();
        final TagUsage tags = require(question, UsageProvider::tagUsage, "totals by tag");
        return calls.call(question, () -> tags.total(tag));
    }

    private Stream<UsageRecord> records(final UsageRecordQuery query, final Optional<String> resumeAt) {
        final Question question = Question.records(query);
        final UsageRecords records = require(question, UsageProvider::records, "usage records");
        final UsageRecordQuery accepted = accepted(question, query);
        final RecentKeys seen = new RecentKeys();
        return stream(question, resumeAt, cursor -> records.page(accepted, cursor), record -> seen.test(record.id()));
    }

    private <T> Stream<T> stream(
            final Question question,
            final Optional<String> start,
            final Function<Optional<String>, Page<T>> fetch,
            final Predicate<T> wanted) {
        final Pages<T> pages =
                new Pages<>(start, MAXIMUM_PAGES, cursor -> calls.call(question, () -> fetch.apply(cursor)));
        return PagedStream.of(open.ports(), pages, wanted);
    }

    private <T> T require(
            final Question question, final Function<UsageProvider, Optional<T>> capability, final String name) {
        return calls.call(
                question,
                () -> capability
                        .apply(open.provider())
                        .orElseThrow(() -> UsageException.of(
                                        Kind.UNSUPPORTED,
                                        "this carrier has no " + name + "; it can tell " + capabilities())
                                .build()));
    }

    private UsageRecordQuery accepted(final Question question, final UsageRecordQuery query) {
        return query.sim()
                .map(sim -> calls.call(question, () -> query.of(accepted(sim))))
                .orElse(query);
    }

    private SimId accepted(final SimId sim) {
        final Set<IdentifierType> identifiers = open.descriptor().identifiers();
        if (identifiers.contains(IdentifierType.of(sim))) {
            return sim;
        }
        if (identifiers.contains(IdentifierType.CARRIER_SIM_ID)) {
            return CarrierSimId.of(sim.value());
        }
        throw UsageException.of(
                        Kind.REJECTED_INPUT, "this carrier accepts an ICCID of 17 to 22 digits, and this is none")
                .build();
    }

    private UsageReport requireAbout(final SimId sim, final UsageReport report) {
        if (!report.sim().equals(sim)
                || !report.account().equals(name())
                || !report.provider().equals(provider())) {
            throw UsageException.of(Kind.INVALID_DATA, "the provider reported about something else than was asked")
                    .build();
        }
        return report;
    }
}
