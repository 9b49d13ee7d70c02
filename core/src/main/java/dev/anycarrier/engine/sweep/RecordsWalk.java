package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One walk through an account's records of the current month (UTC), and the reports that come of it. Not thread-safe. */
final class RecordsWalk {

    private final SweptAccount account;
    private final TimeSource time;
    private final UsageRecordQuery query;
    private final RecordSums sums;
    private final long began;
    private Instant endedAt;
    private Duration took = Duration.ZERO;

    RecordsWalk(final SweptAccount account, final TimeSource time, final int maximum) {
        this.account = account;
        this.time = time;
        this.began = time.nanoTime();
        this.endedAt = time.instant();
        this.query = month(endedAt);
        this.sums = new RecordSums(maximum, TimePeriod.between(query.from(), query.to()));
    }

    /** The records of the month of that time. */
    static UsageRecordQuery month(final Instant now) {
        final YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        return UsageRecordQuery.between(
                month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Wants a report of a SIM. */
    void want(final SimRef sim) {
        sums.want(sim.sim());
    }

    /**
     * Walks, unless it is ended.
     *
     * @return whether it came to the last record
     */
    boolean walk(final Ending ending) {
        if (ending.skipsTheRest(time.nanoTime())) {
            return false;
        }
        try (Stream<UsageRecord> records = account.records(query).orElseGet(Stream::empty)) {
            for (final Iterator<UsageRecord> each = records.iterator(); each.hasNext(); ) {
                if (ending.skipsTheRest(time.nanoTime())) {
                    return false;
                }
                final UsageRecord record = each.next();
                if (query.contains(record.time())) {
                    sums.add(record);
                }
            }
        }
        endedAt = time.instant();
        took = Duration.ofNanos(time.nanoTime() - began);
        return true;
    }

    /** What the walk says of a SIM that was wanted. */
    SweepOutcome outcome(final Pending pending) {
        try {
            final UsageReport report =
                    report(pending.sim(), sums.counters(pending.sim().sim()));
            // Its oldest page was read at the beginning of the walk, and nothing is claimed about later.
            return new Read(pending.sim(), pending.position(), new UsageResult.Fresh(report, took, List.of()));
        } catch (final UsageException e) {
            final UsageException named = e.toBuilder()
                    .account(account.name())
                    .provider(account.provider())
                    .build();
            return new Failed(pending.sim(), pending.position(), named);
        }
    }

    private UsageReport report(final SimRef sim, final List<UsageCounter> counters) {
        final List<UsageWarning> warnings = new ArrayList<>();
        UsageWarning.ofCheckDigit(sim.sim()).ifPresent(warnings::add);
        if (counters.isEmpty()) {
            warnings.add(new UsageWarning(
                    UsageWarning.Kind.NO_RECORDS, "the account's records of the month do not name this SIM"));
        }
        return new UsageReport(
                account.provider(),
                sim.account(),
                sim.sim(),
                SimStatus.UNKNOWN,
                Optional.empty(),
                List.of(),
                counters,
                endedAt,
                Optional.empty(),
                Optional.empty(),
                warnings);
    }
}
