package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.JsonPlaces;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Records that are told of in passing, where nobody keeps them: the same as those of pages. */
public final class PassingRules {

    private static final List<String> DAMAGES =
            List.of("null", "\"\"", "\" \"", "-1", "1.5", "1e3", "true", "[]", "{}");

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 32, "Records told in passing are those of the pages, page by page.")
                    .because("Sums by SIM are made of the one, and explained by the other.")
                    .lookAt("UsageRecords.read, if it is not the one that calls page.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(PassingRules::samePages),
            must(Group.RECORDS, 33, "What is refused as a page is refused in passing too, and nothing else is.")
                    .because("A sum that skips over what cannot be read is too small, and nobody sees it.")
                    .lookAt("Checks of values that only the making of a record does.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(PassingRules::sameRefusals));

    private PassingRules() {}

    /** What both ways tell of a record. An identifier that is not known is empty. */
    private record Told(String id, String sim, String iccid, Service service, long amount) {

        static Told of(final UsageRecord record) {
            final Optional<Iccid> iccid = record.sim() instanceof Iccid named ? Optional.of(named) : record.iccid();
            return new Told(
                    record.id(),
                    record.sim() instanceof CarrierSimId own ? own.value() : "",
                    iccid.map(Iccid::value).orElse(""),
                    record.service(),
                    record.quantity().amount());
        }
    }

    /** What a page comes to: its records, how many were listed in all, and the cursor of the next. */
    private record Read(List<Told> records, int listed, Optional<String> next) {

        static Read asPage(final UsageRecords records, final UsageRecordQuery query, final Optional<String> cursor) {
            final Page<UsageRecord> page = records.page(query, cursor);
            return new Read(
                    page.items().stream().map(Told::of).toList(), page.items().size() + page.leftOut(), page.next());
        }

        static Read inPassing(final UsageRecords records, final UsageRecordQuery query, final Optional<String> cursor) {
            final List<Told> told = new ArrayList<>();
            final Page<UsageRecord> page = records.read(
                    query,
                    cursor,
                    (id, sim, iccid, service, amount) ->
                            told.add(new Told(id.text(), sim.text(), iccid.text(), service, amount)));
            return new Read(told, page.items().size() + page.leftOut(), page.next());
        }

        @Override
        public String toString() {
            return records.size() + " records of " + listed + " listed, " + (next.isPresent() ? "and more" : "the last")
                    + records.stream()
                            .map(record -> "\n  " + record.amount() + " " + record.service())
                            .limit(5)
                            .reduce("", String::concat);
        }
    }

    private static void samePages(final Trial trial) {
        final UsageRecordQuery query = RecordWindows.severalPages(trial).query();
        final UsageRecords records = trial.provider().records().orElseThrow();
        Optional<String> cursor = Optional.empty();
        do {
            final Optional<String> here = cursor;
            final Read page = Asking.mustSucceed("a page", () -> Read.asPage(records, query, here));
            final Read passed = Asking.mustSucceed("a page in passing", () -> Read.inPassing(records, query, here));
            unless(page.equals(passed), "a page has " + page + "\nin passing it has " + passed);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    private static void sameRefusals(final Trial trial) {
        final UsageRecordQuery query = RecordWindows.dayOfOneSim(trial);
        final UsageRecords records = trial.provider().records().orElseThrow();
        Asking.mustSucceed("a page", () -> records.page(query, Optional.empty()));
        final List<Exchange> exchanges = trial.overlay().exchanges();
        final String body = Answers.body(exchanges.get(exchanges.size() - 1).answer());
        final Map<String, JsonPlace> places = new LinkedHashMap<>();
        JsonPlaces.of(body).forEach(place -> places.putIfAbsent(place.pattern(), place));
        for (final JsonPlace place : places.values()) {
            DAMAGES.forEach(json -> compare(trial, query, place.path() + " = " + json, place.replacedBy(json)));
            if (place.isField()) {
                compare(trial, query, "no " + place.path(), place.removed());
            }
        }
    }

    private static void compare(final Trial trial, final UsageRecordQuery query, final String how, final String body) {
        final UsageRecords records = trial.provider().records().orElseThrow();
        trial.overlay().answer(exchange -> Answers.withBody(exchange.answer(), body));
        final String page = ending(() -> Read.asPage(records, query, Optional.empty()));
        final String passed = ending(() -> Read.inPassing(records, query, Optional.empty()));
        unless(page.equals(passed), "answered with " + how + ", a page is " + page + "\nin passing it is " + passed);
    }

    private static String ending(final Supplier<Read> reading) {
        try {
            return reading.get().toString();
        } catch (final UsageException e) {
            return e.kind().toString();
        }
    }
}
