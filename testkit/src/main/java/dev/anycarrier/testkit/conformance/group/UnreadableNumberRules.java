package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.UsageReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Numbers in the carrier's answers that are none, or cannot be meant: refused or left out, never read as amounts. */
public final class UnreadableNumberRules {

    private static final int QUESTIONS = 40;

    /** Of which 64 bits hold nothing but zeros, and which is out of range in any unit. */
    private static final BigDecimal BEYOND_LONG = BigDecimal.valueOf(2).pow(128);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 8, "A number below zero is INVALID_DATA, or is not read at all.")
                    .because("Nobody has used less than nothing: the carrier's books are wrong, and a bill would be.")
                    .lookAt("Amounts that are cut at zero or made positive, and totals that grow by subtraction.")
                    .shownBy(UnreadableNumberRules::belowZero),
            must(Group.NUMBERS, 9, "What is no number, or none that fits, is never read as an amount.")
                    .because("Parsers make 0 of NaN, 12 of 12abc, and of 2^64 + 1 they make 1.")
                    .lookAt("Lenient parsers, casts to long, and defaults where a number cannot be read.")
                    .shownBy(UnreadableNumberRules::outOfRange),
            must(Group.NUMBERS, 10, "A number written in another way is the same number, or INVALID_DATA.")
                    .because("Carriers change from 1024 to \"1024\" or 1024.0 without telling anybody.")
                    .lookAt("Fractions and exponents that are cut off, and texts of which the first digits are read.")
                    .shownBy(UnreadableNumberRules::otherwiseWritten));

    private UnreadableNumberRules() {}

    private static void belowZero(final Trial trial) {
        eachNumber(
                trial,
                List.of((place, number) ->
                        place.written(number.signum() == 0 ? BigDecimal.ONE.negate() : number.negate())));
    }

    private static void outOfRange(final Trial trial) {
        final List<BiFunction<JsonPlace, BigDecimal, String>> writings = List.of(
                (place, number) -> place.written(BEYOND_LONG.add(number).add(BigDecimal.TEN)),
                (place, number) -> "\"" + number.add(BigDecimal.ONE).toPlainString() + "abc\"",
                (place, number) -> place.written("1e999"),
                (place, number) -> "\"NaN\"",
                (place, number) -> place.written("7".repeat(4_000)),
                (place, number) -> "\"\"",
                (place, number) -> "true");
        eachNumber(trial, writings);
    }

    private static void otherwiseWritten(final Trial trial) {
        final List<BiFunction<JsonPlace, BigDecimal, String>> writings = List.of(
                (place, number) -> place.isText() ? number.toPlainString() : "\"" + number.toPlainString() + "\"",
                (place, number) -> place.written(number.movePointLeft(3).toPlainString() + "e3"),
                (place, number) -> place.written(number.setScale(number.scale() + 2)));
        eachNumber(trial, writings);
    }

    private static void eachNumber(final Trial trial, final List<BiFunction<JsonPlace, BigDecimal, String>> writings) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : numbers(sims, QUESTIONS / writings.size())) {
            final BigDecimal number = spot.place().number().orElseThrow();
            writings.forEach(writing -> mustNotBeRead(sims, spot, spot.as(writing.apply(spot.place(), number))));
        }
    }

    static List<Spot<UsageReport>> numbers(final DifferentSims sims, final int most) {
        final List<Spot<UsageReport>> numbers =
                sims.spots(most, place -> place.number().isPresent());
        if (numbers.isEmpty()) {
            throw NotTried.notApplicable("the carrier answers without any number");
        }
        return numbers;
    }

    private static void mustNotBeRead(
            final DifferentSims sims, final Spot<UsageReport> spot, final Retold<UsageReport> retold) {
        if (!sims.maySayThatAllIsWell(spot)) {
            retold.mustFailAsUnreadable();
        }
        retold.mustAnswerWithout(added(spot));
    }

    private static Function<UsageReport, Optional<String>> added(final Spot<UsageReport> spot) {
        return after -> Honesty.added(spot.known().answer(), after);
    }
}
