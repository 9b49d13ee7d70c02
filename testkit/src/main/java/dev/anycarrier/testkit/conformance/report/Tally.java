package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many results have which outcome. */
final class Tally {

    private Tally() {}

    /** In a few words: {@code 11 passed, 1 failed}; what is bad stands out. */
    static Element inWords(final List<RuleResult> results) {
        final List<Markup> words = new ArrayList<>();
        for (final Outcome outcome : Outcome.values()) {
            final long number = count(results, outcome);
            if (number > 0) {
                words.add(text(words.isEmpty() ? "" : ", "));
                words.add(element("span", number + " " + Words.outcome(outcome)).as("o-" + Words.style(outcome)));
            }
        }
        return element("span").as("tally").holding(words);
    }

    /** As large figures, each with its word. */
    static Element inFigures(final List<RuleResult> results) {
        return element("ul")
                .as("figures")
                .holding(Arrays.stream(Outcome.values())
                        .filter(outcome -> count(results, outcome) > 0)
                        .map(outcome -> element(
                                        "li",
                                        element("b", Long.toString(count(results, outcome))),
                                        text(" " + Words.outcome(outcome)))
                                .as("o-" + Words.style(outcome)))
                        .toList());
    }

    /** As a bar, for the eye alone: the figures say the same. */
    static Element bar(final List<RuleResult> results) {
        final List<Markup> parts = new ArrayList<>();
        long before = 0;
        for (final Outcome outcome : Outcome.values()) {
            final long number = count(results, outcome);
            if (number > 0) {
                parts.add(element("rect")
                        .as("o-" + Words.style(outcome))
                        .with("x", Long.toString(before))
                        .with("width", Long.toString(number))
                        .with("height", "1"));
                before += number;
            }
        }
        return element("svg")
                .as("bar")
                .with("viewBox", "0 0 " + Math.max(1, results.size()) + " 1")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .holding(parts);
    }

    static long count(final List<RuleResult> results, final Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
