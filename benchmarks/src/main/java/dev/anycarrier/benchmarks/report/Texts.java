package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Figures for people: three or four digits that matter, and no more. */
final class Texts {

    private Texts() {}

    static String value(final Result result) {
        return amount(result.value(), result.unit());
    }

    static String amount(final double value, final String unit) {
        return number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    static String number(final double value) {
        final double size = Math.abs(value);
        final int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String limit(final Result result) {
        return bound(result.goal(), result.goal().limit(), result.unit());
    }

    static String stretch(final Result result) {
        return result.goal()
                .stretch()
                .map(bound -> bound(result.goal(), bound, result.unit()))
                .orElse("");
    }

    static String verdict(final Result result) {
        if (!result.goal().isMetBy(result.value())) {
            return "MISSED";
        }
        return result.goal().isSurpassedBy(result.value()) ? "met, stretch too" : "met";
    }

    private static String bound(final Goal goal, final double bound, final String unit) {
        final String number = BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
        return (goal.upper() ? "≤ " : "≥ ") + number + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The cells of a result in a table: id, what, value, goal, stretch and verdict. */
    static List<String> cells(final Result result) {
        return List.of(result.id(), result.what(), value(result), limit(result), stretch(result), verdict(result));
    }
}
