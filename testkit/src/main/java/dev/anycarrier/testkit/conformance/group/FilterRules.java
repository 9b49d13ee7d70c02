package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.JsonPlaces;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pages on which the carrier lists more than was asked for. */
public final class FilterRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 21, "Records of other countries are left out, even if the carrier sends them.")
                    .because("A filter that the carrier has renamed filters nothing, and says so to nobody.")
                    .lookAt("Compare the country of each record that has one with the query's.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(FilterRules::ignoredCountry),
            must(Group.RECORDS, 22, "A page counts what it leaves out, and nothing else.")
                    .because(
                            "It tells a page of which nothing is wanted from one that has nothing, before which walks end.")
                    .lookAt("Page.leftOut(): entries of the carrier's list that are not among the items.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(FilterRules::leftOut));

    private FilterRules() {}

    private static KnownAnswer<Page<UsageRecord>> firstPage(final Trial trial, final UsageRecordQuery query) {
        return KnownAnswer.of(
                trial,
                "a page of records",
                () -> trial.provider().records().orElseThrow().page(query, Optional.empty()));
    }

    private static Optional<String> country(final UsageRecord record) {
        return record.network().flatMap(Network::country);
    }

    private static void ignoredCountry(final Trial trial) {
        final UsageRecordQuery query = RecordWindows.severalPages(trial).query();
        final KnownAnswer<Page<UsageRecord>> everywhere = firstPage(trial, query);
        final List<String> countries = everywhere.answer().items().stream()
                .flatMap(record -> country(record).stream())
                .distinct()
                .sorted()
                .toList();
        if (countries.size() < 2) {
            throw NotTried.notApplicable("on its first page the carrier has no records of two countries");
        }
        final String one = countries.get(0);
        firstPage(trial, query.in(one))
                .again(0, Answers.body(everywhere.given().get(0)), "records of " + one + " asked for, others answered")
                .mustAnswerWithout(page -> page.items().stream()
                        .filter(record -> country(record)
                                .filter(other -> !other.equals(one))
                                .isPresent())
                        .findFirst()
                        .map(record -> "there is one of " + country(record).orElse("")));
    }

    private static void leftOut(final Trial trial) {
        final UsageRecordQuery window = RecordWindows.severalPages(trial).query();
        final UsageRecordQuery cut = UsageRecordQuery.between(
                window.from().plusSeconds(20_000), window.to().minusSeconds(20_000));
        for (final UsageRecordQuery query : List.of(window, cut)) {
            final KnownAnswer<Page<UsageRecord>> known = firstPage(trial, query);
            final long listed = listed(Answers.body(known.given().get(0)));
            final Page<UsageRecord> page = known.answer();
            unless(
                    page.items().size() + page.leftOut() == listed,
                    "the carrier listed " + listed + ", the page has "
                            + page.items().size() + " records and leaves out " + page.leftOut());
        }
    }

    /** How many entries the longest list has. */
    private static long listed(final String body) {
        final List<JsonPlace> places = JsonPlaces.of(body);
        final JsonPlace list = places.stream()
                .filter(place -> place.token() == JsonToken.START_ARRAY)
                .max(Comparator.comparingInt(place -> place.end() - place.start()))
                .orElseThrow(() -> NotTried.notApplicable("the carrier answers without any list"));
        return places.stream()
                .filter(place -> place.isElement() && place.pattern().equals(list.pattern() + "[]"))
                .count();
    }
}
