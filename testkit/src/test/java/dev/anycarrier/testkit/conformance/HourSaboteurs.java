package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways to lose hours, to count them twice, or to take another's. */
final class HourSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "RECORDS-23",
                            "reads the first page of hours only",
                            () -> AcmeWith.hours((acme, query, cursor) ->
                                    new Page<>(acme.page(query, cursor).items(), Optional.empty())))
                    .andMayBreak("RECORDS-24", "RECORDS-25", "RECORDS-26"),
            Saboteur.of(
                    "RECORDS-24",
                    "takes the hour in which the window begins for one that begins in it",
                    () -> AcmeWith.hours((acme, query, cursor) -> acme.page(fromTheHour(query), cursor))),
            Saboteur.of(
                    "RECORDS-25",
                    "asks about the hours of all SIMs when asked about one",
                    () -> AcmeWith.hours((acme, query, cursor) -> acme.page(ofAllSims(query), cursor))),
            Saboteur.of(
                    "RECORDS-26",
                    "forgets the country from the second page of hours on",
                    () -> AcmeWith.hours((acme, query, cursor) ->
                            acme.page(cursor.isPresent() ? ofAllCountries(query) : query, cursor))),
            Saboteur.of(
                            "RECORDS-27",
                            "writes groups of hours anew",
                            () -> AcmeWith.hours((acme, query, cursor) ->
                                    changed(acme.page(query, cursor), HourSaboteurs::writtenAnew)))
                    .andMayBreak("RECORDS-16", "RECORDS-28"),
            Saboteur.of(
                            "RECORDS-28",
                            "drops groups in which it finds no hour",
                            () -> AcmeWith.hours((acme, query, cursor) -> {
                                final Page<HourlyUsage> page = acme.page(query, cursor);
                                return new Page<>(
                                        page.items().stream()
                                                .filter(group -> group.hour().isPresent())
                                                .toList(),
                                        page.next());
                            }))
                    .andMayBreak("RECORDS-16"),
            Saboteur.of(
                    "RECORDS-29",
                    "takes a refusal for no hours at all",
                    () -> AcmeWith.hours((acme, query, cursor) -> {
                        try {
                            return acme.page(query, cursor);
                        } catch (final UsageException e) {
                            if (e.kind() == Kind.NOT_FOUND) {
                                return new Page<>(List.of(), Optional.empty());
                            }
                            throw e;
                        }
                    })),
            Saboteur.of(
                    "RECORDS-30",
                    "takes 0 for not told",
                    () -> AcmeWith.hours((acme, query, cursor) -> changed(
                            acme.page(query, cursor),
                            group -> new HourlyUsage(
                                    group.hour(), group.data().filter(data -> !data.isZero()), group.raw())))),
            Saboteur.of(
                    "RECORDS-31",
                    "takes a page that it cannot read for the end",
                    () -> AcmeWith.hours((acme, query, cursor) -> {
                        try {
                            return acme.page(query, cursor);
                        } catch (final UsageException e) {
                            if (e.kind() == Kind.INVALID_DATA && query.sim().isEmpty()) {
                                return new Page<>(List.of(), Optional.empty());
                            }
                            throw e;
                        }
                    })));

    private HourSaboteurs() {}

    private static UsageRecordQuery fromTheHour(final UsageRecordQuery query) {
        return new UsageRecordQuery(
                query.from().truncatedTo(ChronoUnit.HOURS), query.to(), query.sim(), query.country());
    }

    private static UsageRecordQuery ofAllSims(final UsageRecordQuery query) {
        return new UsageRecordQuery(query.from(), query.to(), Optional.empty(), query.country());
    }

    private static UsageRecordQuery ofAllCountries(final UsageRecordQuery query) {
        return new UsageRecordQuery(query.from(), query.to(), query.sim(), Optional.empty());
    }

    private static Page<HourlyUsage> changed(final Page<HourlyUsage> page, final UnaryOperator<HourlyUsage> change) {
        return new Page<>(page.items().stream().map(change).toList(), page.next());
    }

    private static HourlyUsage writtenAnew(final HourlyUsage group) {
        return new HourlyUsage(
                group.hour(),
                group.data(),
                new RawJson("{\"usage\":%d}"
                        .formatted(group.data().map(Quantity::amount).orElse(0L))));
    }
}
