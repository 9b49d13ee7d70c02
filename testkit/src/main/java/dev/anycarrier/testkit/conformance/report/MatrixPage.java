package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page over several providers: what each can do, and how each does by every rule. */
public final class MatrixPage {

    private MatrixPage() {}

    /**
     * Reads every {@code <directory>/<carrier>/report.json} and writes {@code <directory>/index.html}, at once. Other
     * files are left alone. Thread-safe.
     *
     * @param directory where {@link ReportFiles#write} wrote the reports
     * @return the page
     * @throws IOException if a report cannot be read, which the message names, or the page cannot be written
     */
    public static Path write(final Path directory) throws IOException {
        final Matrix matrix = Matrix.read(directory);
        return AtomicFile.write(directory.resolve(ReportFiles.PAGE), page(matrix));
    }

    private static String page(final Matrix matrix) {
        final int providers = matrix.columns().size();
        final Element header = element(
                        "header",
                        element("p", "Conformance").as("carrier"),
                        element("h1", Words.count(providers, "provider", "providers")),
                        element(
                                        "p",
                                        "Tried by " + Words.count(matrix.rules().size(), "rule", "rules")
                                                + ". Each cell leads to what was found.")
                                .as("why"))
                .as("verdict");
        return Page.write(
                "Conformance of " + Words.count(providers, "provider", "providers"),
                List.of(header, element("main", filter(), table(matrix))));
    }

    private static Element filter() {
        return element(
                        "fieldset",
                        element("legend", "Show"),
                        Page.choice("show-all", "all rules", true),
                        Page.choice("show-failed", "what somebody breaks", false),
                        Page.choice("show-differing", "what not everybody passes", false))
                .as("filter");
    }

    private static Element table(final Matrix matrix) {
        final List<Markup> bodies = new ArrayList<>();
        bodies.add(element("thead", heads(matrix)));
        bodies.add(element("tbody").holding(MatrixFacts.rows(matrix)));
        for (final Group group : Group.values()) {
            final List<Rule> rules = matrix.rules(group);
            if (!rules.isEmpty()) {
                bodies.add(group(matrix, group, rules));
            }
        }
        return element("div", element("table").holding(bodies))
                .as("matrix")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "Rules and providers");
    }

    private static Element heads(final Matrix matrix) {
        return row(
                "Rule",
                column -> element(
                                "th",
                                Page.link(
                                        column.address(),
                                        column.report().subject().displayName()),
                                element("br"),
                                element("code", column.report().subject().id()))
                        .with("scope", "col"),
                matrix);
    }

    private static Element group(final Matrix matrix, final Group group, final List<Rule> rules) {
        final Element title = element("th", element("span", group.title()))
                .as("title")
                .with("scope", "rowgroup")
                .with("colspan", Integer.toString(matrix.columns().size() + 1));
        return element("tbody", element("tr", title).as("heading"))
                .as("rules")
                .holding(rules.stream().map(rule -> rule(matrix, rule)).toList());
    }

    private static Element rule(final Matrix matrix, final Rule rule) {
        final Element head = element(
                        "th",
                        element("span", rule.id()).as("id"),
                        text(" "),
                        element("span", rule.level().name()).as("level"),
                        element("span", rule.sentence()).as("sentence"))
                .with("scope", "row");
        final List<Optional<RuleResult>> results =
                matrix.columns().stream().map(column -> column.result(rule)).toList();
        final List<Element> cells = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            cells.add(cell(matrix.columns().get(i), results.get(i)));
        }
        return element("tr", head).as(classes(results)).holding(cells);
    }

    private static Element cell(final Matrix.Column column, final Optional<RuleResult> result) {
        return result.map(there -> element(
                        "td",
                        element("a", RuleEntry.badge(there.outcome()))
                                .with(
                                        "href",
                                        column.address() + "#" + there.rule().id())))
                .orElseGet(() -> element("td", element("span", "not in its kit").as("quiet")));
    }

    private static String classes(final List<Optional<RuleResult>> results) {
        final boolean failing = any(results, Outcome.FAILED);
        final boolean differing = results.stream()
                .anyMatch(result -> result.map(RuleResult::outcome).orElse(Outcome.NOT_RUN) != Outcome.PASSED);
        return "rule" + (failing ? " failing" : "") + (differing ? " differing" : "");
    }

    private static boolean any(final List<Optional<RuleResult>> results, final Outcome outcome) {
        return results.stream().flatMap(Optional::stream).anyMatch(result -> result.outcome() == outcome);
    }

    static Element row(final String name, final Function<Matrix.Column, Element> cell, final Matrix matrix) {
        return element("tr", element("th", name).with("scope", "row"))
                .holding(matrix.columns().stream().map(cell).toList());
    }
}
