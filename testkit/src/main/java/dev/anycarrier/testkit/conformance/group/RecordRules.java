package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Usage records and totals by tag. */
public final class RecordRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 1, "The records of a window are the carrier's, each once and exactly.")
                    .because("Usage of a window is the sum of its records: one too few or too many is a wrong bill.")
                    .lookAt("Units, leading zeros, time zones, the last page, and what tells two records apart.")
                    .concerning(Capability.RECORDS)
                    .shownBy(trial -> compare(trial, wholeWindow(trial), record -> true)),
            must(Group.RECORDS, 2, "A window holds its first instant, and not the one at which it ends.")
                    .because("Two windows that meet must neither share a record nor lose one.")
                    .lookAt("Carriers that know only days: cut the edges by the record's time.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordRules::edges),
            must(Group.RECORDS, 3, "Records asked of one SIM are those of that SIM, on every page.")
                    .because("Another customer's usage is on no one's bill but theirs.")
                    .lookAt("Whether the filter is sent with every page.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordRules::oneSim),
            must(Group.RECORDS, 4, "Records asked of one country are those of that country, on every page.")
                    .because("Roaming is billed by country.")
                    .lookAt("Whether the filter is sent with every page, and in the case the carrier expects.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordRules::oneCountry),
            must(Group.RECORDS, 5, "One page is one request.")
                    .because("Who reads the first page of a million records must not wait for the rest.")
                    .lookAt("Loops over pages: the engine makes them.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(RecordRules::onePage),
            must(Group.RECORDS, 6, "A cursor that is not one of the query is REJECTED_INPUT, without a request.")
                    .because("A cursor taken for the first page counts everything twice.")
                    .lookAt("Check the shape of the cursor before anything is sent.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(RecordRules::foreignCursor),
            must(Group.RECORDS, 7, "A total by tag is the carrier's, or is left open where it was not recognised.")
                    .because("A total that was not understood is not zero.")
                    .lookAt("What happens to an answer whose shape nobody has published.")
                    .concerning(Capability.TAG_TOTAL)
                    .shownBy(RecordRules::tagTotals));

    private RecordRules() {}

    private static UsageRecordQuery wholeWindow(final Trial trial) {
        final List<UsageRecord> all = trial.carrier().records();
        return UsageRecordQuery.between(
                all.get(0).time(), all.get(all.size() - 1).time().plusSeconds(1));
    }

    private static void edges(final Trial trial) {
        final List<UsageRecord> all = trial.carrier().records();
        final Instant from = all.get(all.size() / 4).time();
        final Instant to = all.get(3 * all.size() / 4).time();
        if (!from.isBefore(to)) {
            throw NotTried.notApplicable("the carrier's records are all of one time");
        }
        final UsageRecordQuery query = UsageRecordQuery.between(from, to);
        compare(trial, query, record -> query.contains(record.time()));
    }

    private static void oneSim(final Trial trial) {
        final SimId sim = mostFrequent(trial, record -> Optional.of(record.sim()));
        compare(trial, wholeWindow(trial).of(sim), record -> record.sim().equals(sim));
    }

    private static void oneCountry(final Trial trial) {
        final String country = mostFrequent(trial, RecordRules::country);
        compare(trial, wholeWindow(trial).in(country), record -> country(record).equals(Optional.of(country)));
    }

    private static Optional<String> country(final UsageRecord record) {
        return record.network().flatMap(Network::country);
    }

    private static <T> T mostFrequent(final Trial trial, final Function<UsageRecord, Optional<T>> key) {
        return trial.carrier().records().stream()
                .flatMap(record -> key.apply(record).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<T, Long>::getValue)
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> NotTried.notApplicable("no record of the carrier says"));
    }

    private static void compare(final Trial trial, final UsageRecordQuery query, final Predicate<UsageRecord> wanted) {
        final Map<String, UsageRecord> expected = trial.carrier().records().stream()
                .filter(wanted)
                .collect(Collectors.toMap(UsageRecord::id, Function.identity(), (first, repeated) -> first));
        final List<UsageRecord> actual =
                Asking.mustSucceed("the records", () -> trial.respondent().records(query));
        final Map<String, UsageRecord> missing = new HashMap<>(expected);
        for (final UsageRecord record : actual) {
            final UsageRecord truth = missing.remove(record.id());
            unless(truth != null, "there is no record " + record + " in this window, or it came twice");
            unless(record.equals(truth), "the record " + truth + "\nis reported as " + record);
        }
        unless(
                missing.isEmpty(),
                missing.size() + " of " + expected.size() + " records are missing, such as "
                        + missing.values().stream()
                                .findFirst()
                                .map(UsageRecord::toString)
                                .orElse(""));
    }

    private static void onePage(final Trial trial) {
        final UsageRecords records = trial.provider().records().orElseThrow();
        trial.report(trial.sim());
        final int before = trial.overlay().exchanges().size();
        Asking.mustSucceed("the first page", () -> records.page(wholeWindow(trial), Optional.empty()));
        final int requests = trial.overlay().exchanges().size() - before;
        unless(requests == 1, "one page took " + requests + " requests");
    }

    private static void foreignCursor(final Trial trial) {
        final UsageRecords records = trial.provider().records().orElseThrow();
        final UsageException failure = trial.failure(
                "a page of a cursor that nobody gave out",
                () -> records.page(wholeWindow(trial), Optional.of("../kit no cursor")));
        unless(failure.kind() == Kind.REJECTED_INPUT, "it is " + failure.getMessage());
        unless(trial.overlay().exchanges().isEmpty(), "a request was sent for it");
    }

    private static void tagTotals(final Trial trial) {
        trial.carrier().tagTotals().forEach((tag, truth) -> {
            final TagTotal total = Asking.mustSucceed(
                    "the total of a tag", () -> trial.respondent().tagTotal(tag));
            final Quantity reported = total.data().orElse(truth);
            unless(total.tag().equals(tag), "the total of another tag is reported");
            unless(reported.equals(truth), "the total is " + truth + ", reported is " + reported);
            unless(!total.raw().json().isBlank(), "the answer as it was sent is not kept");
        });
    }
}
