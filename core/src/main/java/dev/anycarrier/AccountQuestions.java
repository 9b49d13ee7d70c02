package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.CallStage;
import dev.anycarrier.engine.KeptClassLoader;
import dev.anycarrier.engine.PagedStream;
import dev.anycarrier.engine.Question;
import dev.anycarrier.engine.RecentKeys;
import dev.anycarrier.engine.Steps;
import dev.anycarrier.engine.WatchedCall;
import dev.anycarrier.engine.total.SimTotals;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The questions that only some carriers answer: records, hours, tags. Nothing of them is kept. */
final class AccountQuestions {

    /** No walk through pages goes further: at a thousand records a page, a hundred million records. */
    private static final int MAXIMUM_PAGES = 100_000;

    private final OpenAccount open;
    private final CallStage calls;

    AccountQuestions(final OpenAccount open) {
        this.open = open;
        this.calls = open.calls();
    }

    Stream<UsageRecord> records(
            final UsageRecordQuery query, final Optional<String> resumeAt, final CallOptions options) {
        final Question question = Question.records(query);
        final UsageRecords records = require(question, options, UsageProvider::records, "usage records");
        final UsageRecordQuery accepted = accepted(question, options, query);
        final RecentKeys seen = new RecentKeys();
        return stream(
                question, options, resumeAt, cursor -> records.page(accepted, cursor), record -> isNew(seen, record));
    }

    List<SimUsage> usageBySim(final UsageRecordQuery query, final CallOptions options) {
        final Question question = Question.records(query);
        final UsageRecords records = require(question, options, UsageProvider::records, "usage records");
        final UsageRecordQuery accepted = accepted(question, options, query);
        return open.watching()
                .watch(
                        question,
                        options,
                        call -> calls.walk(question, options, steps -> sums(steps, call, records, accepted)));
    }

    private List<SimUsage> sums(
            final Steps steps, final WatchedCall call, final UsageRecords records, final UsageRecordQuery query) {
        final SimTotals totals = new SimTotals();
        final Pages<UsageRecord> pages = new Pages<>(
                Optional.empty(),
                MAXIMUM_PAGES,
                cursor -> steps.next(call.asking(() -> {
                    totals.beginPage();
                    return records.read(query, cursor, totals);
                })));
        try {
            while (pages.hasNext()) {
                pages.next();
                open.statistics().repeated(totals.endPage());
            }
        } catch (final UsageException failure) {
            // Half a sum is worth nothing, so there is nothing to take up again.
            throw failure.toBuilder().resumeAt(Optional.empty()).build();
        }
        return totals.all(TimePeriod.between(query.from(), query.to()));
    }

    Stream<HourlyUsage> usageByHour(final UsageRecordQuery query, final CallOptions options) {
        final Question question = Question.byHour(query);
        final UsageByHour groups = require(question, options, UsageProvider::usageByHour, "usage by hour");
        final UsageRecordQuery accepted = accepted(question, options, query);
        return stream(question, options, Optional.empty(), cursor -> groups.page(accepted, cursor), group -> true);
    }

    TagTotal tagTotal(final String tag, final CallOptions options) {
        final Question question = Question.tagTotal();
        final TagUsage tags = require(question, options, UsageProvider::tagUsage, "totals by tag");
        return call(question, options, () -> tags.total(tag));
    }

    private boolean isNew(final RecentKeys seen, final UsageRecord record) {
        final boolean added = seen.test(record.id());
        if (!added) {
            open.statistics().repeated(1);
        }
        return added;
    }

    private <T> Stream<T> stream(
            final Question question,
            final CallOptions options,
            final Optional<String> start,
            final Function<Optional<String>, Page<T>> fetch,
            final Predicate<T> wanted) {
        return PagedStream.of(
                open.ports(),
                pages(question, options, start, fetch),
                wanted,
                CallOptions.LONGEST_DEADLINE,
                calls.explaining(question, options));
    }

    private <T> Pages<T> pages(
            final Question question,
            final CallOptions options,
            final Optional<String> start,
            final Function<Optional<String>, Page<T>> fetch) {
        return new Pages<>(start, MAXIMUM_PAGES, cursor -> call(question, options, () -> fetch.apply(cursor)));
    }

    private <T> T call(final Question question, final CallOptions options, final Supplier<T> operation) {
        return open.watching().watch(question, options, call -> calls.call(question, options, call.asking(operation)));
    }

    private <T> T require(
            final Question question,
            final CallOptions options,
            final Function<UsageProvider, Optional<T>> capability,
            final String name) {
        return calls.check(
                question,
                options,
                () -> KeptClassLoader.around(() -> capability.apply(open.provider()))
                        .orElseThrow(() -> UsageException.of(
                                        Kind.UNSUPPORTED,
                                        "this carrier has no " + name + "; it can tell "
                                                + Capability.of(open.provider()))
                                .build()));
    }

    private UsageRecordQuery accepted(
            final Question question, final CallOptions options, final UsageRecordQuery query) {
        return query.sim()
                .map(sim -> calls.check(question, options, () -> query.of(open.accepted(sim))))
                .orElse(query);
    }
}
