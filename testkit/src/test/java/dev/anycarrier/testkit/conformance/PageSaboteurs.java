package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to end a walk through pages too early, or too late. */
final class PageSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "RECORDS-08",
                            "lists the first record of a page once more at its end",
                            () -> AcmeWith.records((acme, query, cursor) -> {
                                final Page<UsageRecord> page = acme.page(query, cursor);
                                final List<UsageRecord> items = new ArrayList<>(page.items());
                                page.items().stream().findFirst().ifPresent(items::add);
                                return new Page<>(items, page.next(), page.leftOut());
                            }))
                    .andMayBreak("RECORDS-22"),
            Saboteur.of(
                    "RECORDS-09",
                    "takes an empty page for the last",
                    () -> AcmeWith.records((acme, query, cursor) -> {
                        final Page<UsageRecord> page = acme.page(query, cursor);
                        return page.items().isEmpty() ? new Page<>(List.of(), Optional.empty()) : page;
                    })),
            Saboteur.of("RECORDS-10", "takes a page that it has seen for the end", () -> endingAt(Kind.INVALID_DATA))
                    // It does not tell that page from one that is broken.
                    .andMayBreak("RECORDS-11"),
            Saboteur.of("RECORDS-11", "takes a page that fails for the end", () -> endingAt(Kind.UNAVAILABLE)),
            Saboteur.of(
                            "RECORDS-15",
                            "takes a window without records for a mistake",
                            () -> AcmeWith.records((acme, query, cursor) -> {
                                final Page<UsageRecord> page = acme.page(query, cursor);
                                if (page.items().isEmpty()) {
                                    throw UsageException.of(Kind.NOT_FOUND, "there are no events")
                                            .build();
                                }
                                return page;
                            }))
                    .andMayBreak("RECORDS-09"),
            Saboteur.of(
                            "RECORDS-32",
                            "forgets in passing every odd amount",
                            () -> AcmeWith.passing((acme, query, cursor, sink) ->
                                    acme.read(query, cursor, (id, sim, iccid, service, amount) -> {
                                        if (amount % 2 == 0) {
                                            sink.record(id, sim, iccid, service, amount);
                                        }
                                    })))
                    .andMayBreak("RECORDS-33"),
            Saboteur.of(
                    "RECORDS-33",
                    "skips in passing a page that it cannot read",
                    () -> AcmeWith.passing((acme, query, cursor, sink) -> {
                        try {
                            return acme.read(query, cursor, sink);
                        } catch (final UsageException e) {
                            return new Page<>(List.of(), Optional.empty());
                        }
                    })));

    private PageSaboteurs() {}

    private static UsageProviderFactory endingAt(final Kind kind) {
        return AcmeWith.records((acme, query, cursor) -> {
            try {
                return acme.page(query, cursor);
            } catch (final UsageException e) {
                if (cursor.isPresent() && e.kind() == kind) {
                    return new Page<>(List.of(), Optional.empty());
                }
                throw e;
            }
        });
    }
}
