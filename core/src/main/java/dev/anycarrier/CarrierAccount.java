package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.engine.BucketSums;
import dev.anycarrier.engine.KeptClassLoader;
import dev.anycarrier.engine.Question;
import dev.anycarrier.engine.RecentKeys;
import dev.anycarrier.engine.Statistics;
import dev.anycarrier.engine.WatchedCall;
import dev.anycarrier.engine.Watching;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.sweep.SweptAccount;
import dev.anycarrier.engine.total.SimTotals;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.EffectiveSetting;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.watch.AccountCondition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One configured account of one carrier: what users hold instead of a provider. Every question passes the engine.
 *
 * <p>Thread-safe. Methods that ask the carrier block until the answer, the account's {@code deadline} or an interruption,
 * and throw nothing but {@link UsageException}. Each such exception names question, account and provider, and carries a
 * correlation id.
 */
public final class CarrierAccount {

    private static final CallOptions NEVER_STALE = CallOptions.defaults().whenStale(WhenStale.FAIL);

    private final OpenAccount open;
    private final AccountQuestions questions;

    /** Once for all questions: most are answered without it. */
    private final Function<SimId, UsageReport> asking;

    CarrierAccount(final OpenAccount open) {
        this.open = open;
        this.questions = new AccountQuestions(open);
        this.asking = sim -> requireAbout(sim, open.provider().usage(sim));
    }

    OpenAccount opened() {
        return open;
    }

    AccountSettings resolved() {
        return open.resolved();
    }

    SweptAccount swept() {
        return AccountSweeping.of(this);
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
        return KeptClassLoader.around(() -> Capability.of(open.provider()));
    }

    /** The account's settings with their origins; secrets are masked. */
    public List<EffectiveSetting> settings() {
        return open.settings();
    }

    /** The name of this node, or empty if no other node shares the account. */
    public Optional<String> node() {
        return open.watching().node();
    }

    /** How the account is doing at this moment: what its limits leave, whether it is let through, how old its token is. Asks nobody. */
    public AccountCondition condition() {
        return open.condition();
    }

    /**
     * Finds out whether the carrier can be reached, accepts the account's credentials, and agrees about the time, without a
     * question about usage: by fetching an access token, or as the provider says ({@link
     * dev.anycarrier.spi.UsageProvider#accessCheck()}), else by a request that does not say who asks. It takes a request or
     * two, which count as any other, and is tried again as any other. Never throws because of what it finds.
     */
    public AccountAccess access(final CallOptions options) {
        return AccessProbe.run(open, options);
    }

    /** What the account has done so far. */
    public AccountStatistics statistics() {
        final Statistics statistics = open.statistics();
        return new AccountStatistics(
                statistics.requests(),
                statistics.tokenRequests(),
                statistics.unknownFields(),
                open.limiter().tightenings(),
                statistics.otherSims(),
                statistics.repeatedRecords());
    }

    /**
     * Asks for the usage of one SIM, and answers with what the carrier says now, or with what it said before if that is no
     * older than the account's {@code maximum-age}. Never stale: if nothing as new can be had, that is an exception.
     *
     * @param sim an identifier of a type that the carrier accepts; an ICCID also serves a carrier that accepts only its
     *     own identifiers
     * @return what the carrier says, about the SIM that was asked for
     * @throws UsageException of any kind; {@link Kind#REJECTED_INPUT}, without a request, if the carrier does not accept
     *     identifiers of that type
     */
    public UsageReport usage(final SimId sim) {
        return usage(sim, NEVER_STALE).report();
    }

    /**
     * Asks for the usage of one SIM, as the options say.
     *
     * <ul>
     *   <li>A value that is known and new enough is answered without a request. Asking again within the carrier's minimum
     *       interval can teach nothing, so within it the known value counts as new enough whatever was asked for.
     *   <li>However many ask about one SIM at a time, the carrier is asked once. Whoever gives up harms nobody else.
     *   <li>A request waits for the carrier's limits as long as the deadline allows; if it would not come in time, {@link
     *       Kind#TOO_MANY_REQUESTS} says so at once, and when.
     *   <li>A failure that may pass is tried again within the deadline, the account's {@code maximum-attempts} and its
     *       retry budget. A carrier that fails again and again is left alone for a while.
     *   <li>What is known never goes back in time.
     * </ul>
     *
     * @return fresh, or stale where the options or the account allow it
     * @throws UsageException of any kind, as {@link #usage(SimId)}
     */
    public UsageResult usage(final SimId sim, final CallOptions options) {
        return usage(sim, options, Optional.empty());
    }

    /** The same; with a pilot, on whose thread the carrier may be asked. */
    UsageResult usage(final SimId sim, final CallOptions options, final Optional<Pilot> pilot) {
        final Watching watching = open.watching();
        return watching.isWatched()
                ? watching.watch(Question.usage(sim), options, call -> usage(sim, options, pilot, call))
                : usage(sim, options, pilot, WatchedCall.NONE);
    }

    private UsageResult usage(
            final SimId sim, final CallOptions options, final Optional<Pilot> pilot, final WatchedCall call) {
        final SimId accepted =
                open.accepts(sim) ? sim : open.calls().check(Question.usage(sim), options, () -> open.accepted(sim));
        return open.freshness().usage(accepted, options, call.asking(asking), pilot, call);
    }

    /**
     * Usage records, page by page as the stream is consumed. Records come in the carrier's order; one that the carrier
     * lists twice is reported once, if no more than {@value RecentKeys#REMEMBERED} others are between. A list that changes
     * while it is read can hide records from a reader too; {@link AccountStatistics#repeatedRecords()} hints at that.
     *
     * <p>The stream is sequential and lazy: nothing is asked before the first element is wanted, at most one page is fetched
     * ahead of the reader, and nothing more after it is closed. Each page has the account's {@code deadline}. A failure ends
     * the stream with a {@link UsageException} whose {@link UsageException#resumeAt()} can be given to {@link
     * #records(UsageRecordQuery, String)}; what was read before stays good.
     *
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has no records
     */
    public Stream<UsageRecord> records(final UsageRecordQuery query) {
        return records(query, CallOptions.defaults());
    }

    /** As {@link #records(UsageRecordQuery)}, each page as the options say. */
    public Stream<UsageRecord> records(final UsageRecordQuery query, final CallOptions options) {
        return questions.records(query, Optional.empty(), options);
    }

    /**
     * Usage records from where an earlier stream broke off. The records of the page at that place come again from its
     * beginning.
     *
     * @param resumeAt {@link UsageException#resumeAt()} of the earlier stream, of the same query
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has no records
     */
    public Stream<UsageRecord> records(final UsageRecordQuery query, final String resumeAt) {
        return questions.records(query, Optional.of(resumeAt), CallOptions.defaults());
    }

    /**
     * What each SIM has used in a window: the records of the account, or of the one SIM that is asked for, added up as they
     * pass by. Takes the memory of the SIMs and of one page, however many records there are. A record that the carrier
     * lists twice counts once, if no more than {@value RecentKeys#REMEMBERED} others are between. All or nothing: if a page
     * cannot be had, there is no sum.
     *
     * @return one for each SIM that the records name, in the order in which they first do; empty if there are no records
     * @throws UsageException of any kind; {@link Kind#UNSUPPORTED} if the carrier has no records, {@link Kind#TOO_LARGE} if
     *     they name more than {@value SimTotals#MAXIMUM_SIMS} SIMs
     */
    public List<SimUsage> usageBySim(final UsageRecordQuery query) {
        return usageBySim(query, CallOptions.defaults());
    }

    /** As {@link #usageBySim(UsageRecordQuery)}, each page as the options say. */
    public List<SimUsage> usageBySim(final UsageRecordQuery query, final CallOptions options) {
        return questions.usageBySim(query, options);
    }

    /**
     * Usage grouped by the hour at the carrier, page by page as the stream is consumed.
     *
     * @throws UsageException {@link Kind#UNSUPPORTED} if the carrier has none; later as {@link #records}
     */
    public Stream<HourlyUsage> usageByHour(final UsageRecordQuery query) {
        return questions.usageByHour(query, CallOptions.defaults());
    }

    /**
     * The usage of all SIMs that carry a tag.
     *
     * @param tag the carrier's identifier of the tag
     * @throws UsageException of any kind; {@link Kind#UNSUPPORTED} if the carrier has no tags
     */
    public TagTotal tagTotal(final String tag) {
        return questions.tagTotal(tag, CallOptions.defaults());
    }

    private UsageReport requireAbout(final SimId sim, final UsageReport report) {
        if (!report.sim().equals(sim)) {
            open.events().anotherSim();
        }
        if (!report.sim().equals(sim)
                || !report.account().equals(name())
                || !report.provider().equals(provider())) {
            throw UsageException.of(Kind.INVALID_DATA, "the provider reported about something else than was asked")
                    .build();
        }
        return BucketSums.noted(report);
    }
}
