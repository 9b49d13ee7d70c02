package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Records of which a value is missing or cannot be read, and windows in which there is nothing. */
public final class RecordValueRules {

    private static final BigDecimal BEYOND_LONG = BigDecimal.valueOf(2).pow(64);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 12, "A record about another SIM than the one asked for is INVALID_DATA.")
                    .because("Behind a confused cache or proxy the answer to one question reaches another.")
                    .lookAt("Compare the SIM of each record with the query's.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordValueRules::anotherSim),
            must(
                            Group.RECORDS,
                            13,
                            "A record without id, SIM, amount or time is INVALID_DATA; what else is missing is absent.")
                    .because("A record that is left out is usage given away, and one without an id comes twice.")
                    .lookAt(
                            "Required fields, blank texts, records that are skipped because they cannot be read, and what is taken over from the record before.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordValueRules::missing),
            must(Group.RECORDS, 14, "An amount or a time of a record that cannot be read is INVALID_DATA.")
                    .because("One negative record makes a month's sum wrong, and nobody sees which.")
                    .lookAt(
                            "Signs, ranges, lenient parsers; records outside of the window that are dropped in silence.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordValueRules::unreadable),
            must(Group.RECORDS, 15, "A window in which there is nothing has no records, and is no failure.")
                    .because("Most windows of most SIMs are empty.")
                    .lookAt("Empty lists, and the last page when there is none.")
                    .concerning(Capability.RECORDS)
                    .shownBy(RecordValueRules::emptyWindows));

    private RecordValueRules() {}

    private static void anotherSim(final Trial trial) {
        final KnownAnswer<List<UsageRecord>> known = RecordWindows.knownDay(trial);
        final String sim = RecordWindows.dayOfOneSim(trial).sim().orElseThrow().value();
        final List<Spot<List<UsageRecord>>> named = known.spots().stream()
                .filter(spot -> spot.place().text().equals(sim))
                .toList();
        if (named.isEmpty()) {
            throw NotTried.notApplicable("the carrier's records do not name their SIM");
        }
        named.forEach(spot -> spot.as(spot.place().written(another(sim))).mustBeUnreadable());
    }

    /** An identifier of the same form. */
    static String another(final String sim) {
        final char last = sim.charAt(sim.length() - 1);
        return sim.substring(0, sim.length() - 1) + (last == '1' ? '2' : '1');
    }

    private static boolean isOfRecord(final Spot<?> spot) {
        return spot.place().pattern().contains("[]");
    }

    private static void missing(final Trial trial) {
        for (final Spot<List<UsageRecord>> spot : RecordWindows.knownDay(trial).lastSpots()) {
            final List<Retold<List<UsageRecord>>> retold = new ArrayList<>();
            retold.add(spot.as("null"));
            if (spot.place().isField()) {
                retold.add(spot.missing());
            }
            retold.add(spot.as(spot.place().isScalar() ? "{}" : "\"\""));
            if (spot.place().isText()) {
                retold.add(spot.as("\"\""));
                retold.add(spot.as("\" \""));
            }
            retold.forEach(answer -> mustBeLess(spot, answer, RecordValueRules::less));
        }
        // On a day of one SIM the record before says the same, so that nobody sees what is taken over from it.
        RecordWindows.knownDayOfDifferentSims(trial)
                .ifPresent(day -> day.lastSpots().forEach(spot -> {
                    mustBeLess(spot, spot.as(spot.place().isText() ? "\"\"" : "null"), RecordValueRules::less);
                    if (spot.place().isField()) {
                        mustBeLess(spot, spot.missing(), RecordValueRules::less);
                    }
                }));
    }

    private static void unreadable(final Trial trial) {
        for (final Spot<List<UsageRecord>> spot : RecordWindows.knownDay(trial).spots()) {
            final JsonPlace place = spot.place();
            place.number()
                    .map(number -> List.of(
                            place.written(number.signum() == 0 ? BigDecimal.ONE.negate() : number.negate()),
                            place.written(number.add(BEYOND_LONG)),
                            place.written("1e999"),
                            place.written(number.movePointLeft(3).toPlainString() + "e3"),
                            "\"NaN\""))
                    .orElse(List.of())
                    .forEach(json -> mustBeLess(spot, spot.as(json), RecordValueRules::sameUse));
            WrittenTime.of(place)
                    .filter(time -> time.unit().isEmpty())
                    .ifPresent(time -> List.of(time.onDay("02-30"), time.onDay("13-01"), "\"soon\"")
                            .forEach(json -> mustBeLess(spot, spot.as(json), RecordValueRules::less)));
        }
    }

    private static void mustBeLess(
            final Spot<List<UsageRecord>> spot,
            final Retold<List<UsageRecord>> retold,
            final BiPredicate<UsageRecord, UsageRecord> less) {
        if (isOfRecord(spot)) {
            retold.mustFailAsUnreadable();
        }
        final List<UsageRecord> before = spot.known().answer();
        retold.mustAnswerWithout(after -> {
            if (after.size() != before.size()) {
                return Optional.of("there are " + after.size() + " records, not " + before.size());
            }
            for (int index = 0; index < before.size(); index++) {
                if (!less.test(before.get(index), after.get(index))) {
                    return Optional.of("a record is " + after.get(index) + "\nbefore, it was " + before.get(index));
                }
            }
            return Optional.empty();
        });
    }

    private static boolean less(final UsageRecord before, final UsageRecord after) {
        return sameUse(before, after)
                && same(before.iccid(), after.iccid())
                && same(before.session(), after.session())
                && after.network()
                        .map(network -> less(before.network(), network))
                        .orElse(true);
    }

    private static boolean sameUse(final UsageRecord before, final UsageRecord after) {
        return after.id().equals(before.id())
                && after.sim().equals(before.sim())
                && after.service() == before.service()
                && after.quantity().equals(before.quantity())
                && after.time().equals(before.time());
    }

    /** A network of which nothing is known is none. */
    private static boolean less(final Optional<Network> before, final Network after) {
        final List<Optional<String>> parts = List.of(
                after.mobileCountryCode(), after.mobileNetworkCode(), after.country(), after.radioAccessTechnology());
        return parts.stream().anyMatch(Optional::isPresent)
                && same(before.flatMap(Network::mobileCountryCode), after.mobileCountryCode())
                && same(before.flatMap(Network::mobileNetworkCode), after.mobileNetworkCode())
                && same(before.flatMap(Network::country), after.country())
                && same(before.flatMap(Network::radioAccessTechnology), after.radioAccessTechnology());
    }

    private static <T> boolean same(final Optional<T> before, final Optional<T> after) {
        return after.isEmpty() || after.equals(before);
    }

    private static void emptyWindows(final Trial trial) {
        final List<UsageRecord> all = trial.carrier().records();
        final Instant first = all.get(0).time();
        final Instant last = all.get(all.size() - 1).time();
        for (final UsageRecordQuery query : List.of(
                UsageRecordQuery.between(first.minus(Duration.ofDays(3)), first.minus(Duration.ofDays(2))),
                UsageRecordQuery.between(first.minusSeconds(5), first),
                UsageRecordQuery.between(last.plusSeconds(1), last.plusSeconds(6)),
                RecordWindows.dayOfOneSim(trial).in("ZZ"))) {
            final List<UsageRecord> records = Asking.mustSucceed(
                    "the records of a window without any",
                    () -> trial.respondent().records(query));
            unless(records.isEmpty(), "in a window without any there are " + records.size() + " records");
        }
    }
}
