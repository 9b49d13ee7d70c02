package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.List;

/** The verdict, and one sentence why. */
final class VerdictHeader {

    private static final int MOST_NAMES = 6;

    private VerdictHeader() {}

    static Element of(final ConformanceReport report) {
        return element(
                        "header",
                        element(
                                        "p",
                                        text(report.subject().displayName() + " "),
                                        element("code", report.subject().id()))
                                .as("carrier"),
                        element("h1", report.verdict().words()),
                        element("p").as("why").holding(why(report)),
                        Tally.bar(report.results()),
                        Tally.inFigures(report.results()),
                        element("p", tried(report)).as("quiet"))
                .as("verdict v-" + Words.style(report.verdict()));
    }

    private static List<Markup> why(final ConformanceReport report) {
        final int all = report.results().size();
        return switch (report.verdict()) {
            case CONFORMANT ->
                List.of(text("Every rule that applies is kept: "
                        + report.results(Outcome.PASSED).size() + " of " + Words.count(all, "rule", "rules") + "."));
            case WITH_DEVIATIONS ->
                naming(
                        "Every rule that applies is kept, but for "
                                + Words.count(
                                        report.results(Outcome.DEVIATED).size(),
                                        "deviation that is known: ",
                                        "deviations that are known: "),
                        report.results(Outcome.DEVIATED));
            case PARTIAL ->
                naming(
                        "Nothing was found, but "
                                + report.results(Outcome.NOT_RUN).size() + " of "
                                + Words.count(all, "rule was", "rules were") + " not tried: ",
                        report.results(Outcome.NOT_RUN));
            case NOT_CONFORMANT ->
                naming(
                        report.results(Outcome.FAILED).size() + " of " + Words.count(all, "rule", "rules")
                                + (report.results(Outcome.FAILED).size() == 1 ? " is broken: " : " are broken: "),
                        report.results(Outcome.FAILED));
        };
    }

    private static List<Markup> naming(final String sentence, final List<RuleResult> results) {
        final List<Markup> words = new ArrayList<>();
        words.add(text(sentence));
        for (int i = 0; i < Math.min(MOST_NAMES, results.size()); i++) {
            final String id = results.get(i).rule().id();
            words.add(text(i == 0 ? "" : ", "));
            words.add(Page.link("#" + id, id).as("id"));
        }
        words.add(text(results.size() > MOST_NAMES ? ", and " + (results.size() - MOST_NAMES) + " more." : "."));
        return words;
    }

    private static String tried(final ConformanceReport report) {
        return (report.run().live() ? "Tried against the real carrier or its sandbox" : "Tried against its simulator")
                + " in " + Words.about(report.run().took())
                + ", every rule once on each way of asking. There is no score:"
                + " one broken rule is enough not to be trusted.";
    }
}
