package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import java.util.List;
import java.util.Optional;

/** Ways to lose records, to count them twice, or to take another's. */
final class RecordSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "RECORDS-01",
                            "forgets the last record of each page",
                            () -> AcmeWith.records((acme, query, cursor) -> {
                                final Page<UsageRecord> page = acme.page(query, cursor);
                                final List<UsageRecord> items = page.items();
                                return new Page<>(items.subList(0, Math.max(0, items.size() - 1)), page.next());
                            }))
                    .andMayBreak("RECORDS-02", "RECORDS-03", "RECORDS-04", "RECORDS-22"),
            Saboteur.of(
                            "RECORDS-02",
                            "counts the instant after the window to it",
                            () -> AcmeWith.records((acme, query, cursor) -> acme.page(longer(query), cursor)))
                    .andMayBreak("RECORDS-15"),
            // Who asks about all SIMs cannot tell that a record is about another one.
            Saboteur.of(
                            "RECORDS-03",
                            "asks about all SIMs when asked about one",
                            () -> AcmeWith.records((acme, query, cursor) -> acme.page(ofAllSims(query), cursor)))
                    .andMayBreak("RECORDS-12"),
            Saboteur.of(
                    "RECORDS-04",
                    "forgets the country from the second page on",
                    () -> AcmeWith.records((acme, query, cursor) ->
                            acme.page(cursor.isPresent() ? ofAllCountries(query) : query, cursor))),
            Saboteur.of(
                            "RECORDS-05",
                            "looks ahead to the next page",
                            () -> AcmeWith.records((acme, query, cursor) -> {
                                final Page<UsageRecord> page = acme.page(query, cursor);
                                page.next().ifPresent(next -> acme.page(query, Optional.of(next)));
                                return page;
                            }))
                    .andMayBreak("RECORDS-11"),
            Saboteur.of(
                    "RECORDS-06",
                    "begins at the first page when it does not understand the cursor",
                    () -> AcmeWith.records(RecordSaboteurs::fromTheBeginning)),
            Saboteur.of(
                    "RECORDS-07",
                    "says 0 where it does not understand the total",
                    () -> AcmeWith.tagUsage(acme -> tag -> {
                        final TagTotal total = acme.total(tag);
                        return new TagTotal(tag, Optional.of(Quantity.bytes(0)), total.period(), total.raw());
                    })));

    private RecordSaboteurs() {}

    private static UsageRecordQuery longer(final UsageRecordQuery query) {
        return new UsageRecordQuery(query.from(), query.to().plusSeconds(1), query.sim(), query.country());
    }

    private static UsageRecordQuery ofAllSims(final UsageRecordQuery query) {
        return new UsageRecordQuery(query.from(), query.to(), Optional.empty(), query.country());
    }

    private static UsageRecordQuery ofAllCountries(final UsageRecordQuery query) {
        return new UsageRecordQuery(query.from(), query.to(), query.sim(), Optional.empty());
    }

    private static Page<UsageRecord> fromTheBeginning(
            final UsageRecords acme, final UsageRecordQuery query, final Optional<String> cursor) {
        try {
            return acme.page(query, cursor);
        } catch (final UsageException e) {
            if (e.kind() == Kind.REJECTED_INPUT) {
                return acme.page(query, Optional.empty());
            }
            throw e;
        }
    }
}
