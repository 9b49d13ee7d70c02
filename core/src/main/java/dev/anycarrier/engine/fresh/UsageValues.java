package dev.anycarrier.engine.fresh;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.anycarrier.call.UsageChange;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The last known usage of an account's SIMs, and which SIMs the carrier does not know. Bounded: what was used least is
 * forgotten first, by a sample of the looks. A value never goes backwards in time, whoever keeps it in whatever order. Thread-safe.
 */
public final class UsageValues {

    private static final int MOST_UNKNOWN = 10_000;

    /** For these the table need not grow, which a cold JVM does slowly. */
    private static final int EXPECTED = 1_000;

    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final TimeSource time;
    private final StateStore state;
    private final String account;
    private final long keptFor;
    private final CompactReports reports = new CompactReports();
    private final Cache<SimId, Known> values;
    private final Policy<SimId, Known> unnoticed;
    private final Cache<SimId, UsageException> unknown;

    /**
     * Knows nothing yet.
     *
     * @param state where each value is kept besides; one that cannot be kept there is known here all the same
     * @param account the key of the account in the state
     * @param maximumEntries how many SIMs at most
     * @param unknownFor how long a SIM that the carrier does not know is remembered as such; zero for not at all
     * @param keptFor how long after its receipt a value is forgotten
     * @throws IllegalArgumentException if one of these is negative
     */
    public UsageValues(
            final Ports ports,
            final StateStore state,
            final String account,
            final int maximumEntries,
            final Duration unknownFor,
            final Duration keptFor) {
        this.time = ports.time();
        this.state = state;
        this.account = account;
        if (keptFor.isNegative()) {
            throw new IllegalArgumentException("values are kept for no negative time");
        }
        this.keptFor = Ages.bounded(keptFor);
        // Each has a time of its own already, so that another one in the cache would only cost memory.
        this.values = bounded(maximumEntries)
                .initialCapacity(Math.min(maximumEntries, EXPECTED))
                .build();
        this.unnoticed = values.policy();
        this.unknown = bounded(unknownFor.isZero() ? 0 : MOST_UNKNOWN)
                .expireAfterWrite(unknownFor)
                .ticker(time::nanoTime)
                .build();
    }

    /** What is known of a SIM, however old. */
    public Optional<Known> find(final SimId sim) {
        return Optional.ofNullable(peek(sim, time.nanoTime()));
    }

    /**
     * As {@link #find}, for those who have just looked at the clock; {@code null} if nothing is known.
     *
     * @param now on the monotonic clock
     */
    public @Nullable Known peek(final SimId sim, final long now) {
        final Known known = counts(now) ? values.getIfPresent(sim) : unnoticed.getIfPresentQuietly(sim);
        if (known == null || !forgotten(known, now)) {
            return known;
        }
        values.asMap().remove(sim, known);
        return null;
    }

    /**
     * Takes in what the carrier just said; the SIM is no longer remembered as unknown. If what is known is newer, by the
     * carrier's times of observation where both have one, else by the times of receipt, that stays.
     *
     * @return what is known now
     */
    public Known keep(final SimId sim, final UsageReport report) {
        final UsageReport compact = reports.compact(report);
        final Known known = merge(sim, compact, time.nanoTime(), true);
        // To look costs less than to remove what is hardly ever there.
        if (unknown.asMap().containsKey(sim)) {
            unknown.invalidate(sim);
        }
        if (isSame(known.report, compact)) {
            persist(sim, known);
        }
        return known;
    }

    /**
     * Takes in what the carrier said to another node. It counts as received then, by this node's clock; what is known and newer
     * stays. It is not kept anew in the state.
     *
     * @param receivedAt on the monotonic clock
     * @param trueAt on the monotonic clock; not later
     * @return what is known now
     */
    public Known learn(final SimId sim, final UsageReport report, final long receivedAt, final long trueAt) {
        final long now = time.nanoTime();
        final UsageReport here =
                reports.compact(Receipt.at(report, time.instant().minusNanos(now - receivedAt)));
        final Known known = merge(sim, here, receivedAt, true);
        unknown.invalidate(sim);
        if (!isSame(known.report, here)) {
            return known;
        }
        final Known aged = new Known(known.report, known.changes, trueAt, receivedAt);
        values.asMap().replace(sim, known, aged);
        return aged;
    }

    /**
     * Takes in a value of a former process, which is not kept anew. It is as old as the wall clock says; if that says that it
     * comes from the future, just as old, since its age is not known then. Forgotten if it is too old.
     */
    public void restore(final StateEntry.Value entry) {
        final UsageReport report = reports.compact(entry.report());
        final long age = Ages.sinceReceived(report, time.instant());
        if (age < keptFor) {
            merge(report.sim(), report, time.nanoTime() - age, false);
        }
    }

    /** Takes over what is known elsewhere of the same account, where nothing is known here. */
    public void takeOver(final UsageValues other) {
        other.values.asMap().forEach(values.asMap()::putIfAbsent);
    }

    /** Remembers for a while that the carrier does not know a SIM, any longer or at all; other failures are not remembered. */
    public void unknown(final SimId sim, final UsageException failure) {
        if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.GONE) {
            unknown.put(sim, failure);
        }
    }

    /** The failure with which the carrier lately said that it does not know the SIM, as an exception of its own. */
    public Optional<UsageException> remembered(final SimId sim) {
        return Optional.ofNullable(unknown.getIfPresent(sim))
                .map(failure -> failure.toBuilder().build());
    }

    private Known merge(final SimId sim, final UsageReport report, final long receivedAt, final boolean withChanges) {
        return Objects.requireNonNull(values.asMap().compute(sim, new Arrival(report, receivedAt, withChanges)));
    }

    /** Repeats itself if a newer value came meanwhile, so that the last entry about a SIM is never an older value. */
    private void persist(final SimId sim, final Known first) {
        Known next = first;
        Known kept;
        do {
            kept = next;
            try {
                state.append(account, new StateEntry.Value(kept.report));
            } catch (final UsageException e) {
                if (e.unavailableCause().filter(UnavailableCause.LOCAL::equals).isPresent()) {
                    return;
                }
                throw e;
            }
            next = find(sim).orElse(kept);
        } while (!isSame(next.report, kept.report));
    }

    /** Whether the one is the other: reports are never copied here, and comparing all of what they say would take long. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(final UsageReport one, final UsageReport other) {
        return one == other;
    }

    /** Whether to note that a SIM was looked for: one look of sixteen is sample enough of which are looked for most. */
    private static boolean counts(final long now) {
        return (now * GOLDEN_RATIO) >>> (Long.SIZE - 4) == 0;
    }

    private boolean forgotten(final Known known, final long now) {
        return now - known.receivedAt >= keptFor;
    }

    private static Caffeine<Object, Object> bounded(final int entries) {
        return Caffeine.newBuilder().maximumSize(entries).executor(Runnable::run);
    }

    /**
     * A report that takes the place of what is known, if it is newer. As a lambda it would be built at run time, by each of the
     * threads that meet it first at the same time: a sweep begins with hundreds.
     */
    private final class Arrival implements BiFunction<SimId, Known, Known> {

        private final UsageReport report;
        private final long receivedAt;
        private final boolean withChanges;

        private Arrival(final UsageReport report, final long receivedAt, final boolean withChanges) {
            this.report = report;
            this.receivedAt = receivedAt;
            this.withChanges = withChanges;
        }

        @Override
        public Known apply(final SimId sim, final @Nullable Known before) {
            if (before == null || forgotten(before, time.nanoTime())) {
                return Known.received(report, List.of(), receivedAt);
            }
            // The wall clock is read here, since the value before may be newer than any reading taken earlier.
            if (!Order.replaces(before.report, report, time.instant())) {
                return before;
            }
            return Known.received(
                    report, withChanges ? UsageChanges.between(before.report, report) : List.of(), receivedAt);
        }
    }

    /**
     * What is known of a SIM.
     *
     * @param report what the carrier said
     * @param changes against what was known before in this process; empty if nothing was
     * @param trueAt when it was true, on the monotonic clock: when the carrier observed it, else when it was received. No
     *     more than 70 years before its receipt
     * @param receivedAt when it was received, on the monotonic clock
     */
    public record Known(UsageReport report, List<UsageChange> changes, long trueAt, long receivedAt) {

        /** Copies the changes. */
        public Known {
            Objects.requireNonNull(report, "report");
            changes = List.copyOf(changes);
        }

        static Known received(final UsageReport report, final List<UsageChange> changes, final long receivedAt) {
            return new Known(report, changes, receivedAt - Ages.whenReceived(report), receivedAt);
        }

        /**
         * How long ago it was true; never negative.
         *
         * @param now on the monotonic clock
         */
        public Duration age(final long now) {
            return Duration.ofNanos(ageNanos(now));
        }

        /** The same in nanoseconds. */
        public long ageNanos(final long now) {
            return Math.max(0, now - trueAt);
        }
    }
}
