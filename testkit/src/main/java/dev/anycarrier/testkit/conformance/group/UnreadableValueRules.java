package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Values in the carrier's answers that are missing, of another type, or in a unit that nobody knows. */
public final class UnreadableValueRules {

    private static final int QUESTIONS = 40;

    private static final Set<String> UNITS = Set.of(
            "byte",
            "bytes",
            "kb",
            "kib",
            "mb",
            "mib",
            "gb",
            "gib",
            "tb",
            "tib",
            "kilobytes",
            "megabytes",
            "gigabytes",
            "s",
            "sec",
            "second",
            "seconds",
            "min",
            "minute",
            "minutes");

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 11, "A value that is null or missing is INVALID_DATA or absent, never zero.")
                    .because("Zero left is a reason to cut somebody off; a field that was renamed is none.")
                    .lookAt("Primitive types and defaults in what the answer is decoded into, and lists that are null.")
                    .shownBy(UnreadableValueRules::missing),
            must(Group.NUMBERS, 12, "A flag means what it says: it changes no amount, and is not guessed from a text.")
                    .because("The text false is true to many decoders, and unlimited costs the reseller money.")
                    .lookAt("Coercion of texts and numbers to booleans, and numbers read whatever the flag says.")
                    .shownBy(UnreadableValueRules::flags),
            must(
                            Group.NUMBERS,
                            13,
                            "An object where a list was, a list where an object was, is INVALID_DATA or absent.")
                    .because("The carrier has changed its answer; what can still be read of it is not what it means.")
                    .lookAt("Decoders that wrap and unwrap lists, and casts that fail without being caught.")
                    .shownBy(UnreadableValueRules::shapes),
            must(Group.NUMBERS, 14, "What is listed twice is counted once, with a warning, or is INVALID_DATA.")
                    .because("Carriers repeat an entry while their lists change, and nobody has bought it again.")
                    .lookAt("Two buckets of one id, and sums over records without a look at their ids.")
                    .shownBy(RepeatedEntries::areNotCountedTwice),
            must(Group.NUMBERS, 15, "An amount in a unit that nobody knows is INVALID_DATA or absent.")
                    .because("A carrier that changes from MB to GB makes every number a thousand times too small.")
                    .lookAt("Whether the word for the unit is read, and what any other word does.")
                    .shownBy(UnreadableValueRules::units));

    private UnreadableValueRules() {}

    private static void missing(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : sims.spots(QUESTIONS / 2, place -> place.isField() || place.isElement())) {
            mustBeLess(sims, spot, spot.as("null"));
            if (spot.place().isField()) {
                mustBeLess(sims, spot, spot.missing());
            }
        }
    }

    private static void flags(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : spots(sims, QUESTIONS / 3, JsonPlace::isFlag, "any flag")) {
            final boolean set = Boolean.parseBoolean(spot.place().text());
            final Retold<UsageReport> turned = spot.as(Boolean.toString(!set));
            turned.mustAnswerWithout(after -> Honesty.addedLimit(spot.known().answer(), after));
            mustBeLess(sims, spot, spot.as("\"" + set + "\""));
            mustBeLess(sims, spot, spot.as(set ? "1" : "0"));
        }
    }

    private static void shapes(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : sims.spots(QUESTIONS / 5, place -> !place.isScalar())) {
            final boolean list = spot.place().token() == JsonToken.START_ARRAY;
            mustBeLess(sims, spot, spot.as(list ? "{}" : "[]"));
            mustBeLess(sims, spot, spot.as("\"0\""));
            mustBeLess(sims, spot, spot.as("[" + spot.place().json() + "]"));
        }
        for (final Spot<UsageReport> spot : sims.spots(QUESTIONS / 2, JsonPlace::isScalar)) {
            mustBeLess(sims, spot, spot.as("{}"));
        }
    }

    private static void units(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : spots(sims, QUESTIONS, UnreadableValueRules::isUnit, "any unit")) {
            final Retold<UsageReport> unknown = spot.as("\"kits\"");
            unknown.mustFailAsUnreadable();
            mustBeLess(sims, spot, unknown);
            unknown.answer()
                    .ifPresent(after -> unless(
                            !after.buckets().equals(spot.known().answer().buckets())
                                    || !after.counters()
                                            .equals(spot.known().answer().counters()),
                            unknown.how() + ", the report is the same: " + Shown.answer(after)));
        }
    }

    private static boolean isUnit(final JsonPlace place) {
        return place.isText() && UNITS.contains(place.text().toLowerCase(Locale.ROOT));
    }

    private static List<Spot<UsageReport>> spots(
            final DifferentSims sims, final int most, final Predicate<JsonPlace> wanted, final String what) {
        final List<Spot<UsageReport>> spots = sims.spots(most, wanted);
        if (spots.isEmpty()) {
            throw NotTried.notApplicable("the carrier answers without " + what);
        }
        return spots;
    }

    private static void mustBeLess(
            final DifferentSims sims, final Spot<UsageReport> spot, final Retold<UsageReport> retold) {
        if (!sims.maySayThatAllIsWell(spot)) {
            retold.mustFailAsUnreadable();
        }
        retold.mustAnswerWithout(after -> Honesty.added(spot.known().answer(), after));
    }
}
