package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page about one provider. */
final class CarrierPage {

    private CarrierPage() {}

    static String write(final ConformanceReport report) {
        final List<Markup> main = new ArrayList<>();
        if (!report.results(Outcome.NOT_OFFERED).isEmpty()) {
            main.add(notOffered(report.results(Outcome.NOT_OFFERED)));
        }
        if (!report.drift().isEmpty()) {
            main.add(drift(report.drift()));
        }
        main.add(element("div", SubjectSection.of(report.subject()), RunSection.of(report.subject(), report.run()))
                .as("columns"));
        main.add(RunSection.again(report.run()));
        main.add(rules(report));
        return Page.write(
                report.subject().displayName() + ": " + report.verdict().words(),
                List.of(
                        Page.link("#rules", "Skip to the rules").as("skip"),
                        VerdictHeader.of(report),
                        element("main").holding(main)));
    }

    private static Element notOffered(final List<RuleResult> results) {
        return element("section", element("h2", "The carrier has it, the provider does not offer it"))
                .as("not-offered")
                .holding(element("ul")
                        .as("plain")
                        .holding(results.stream()
                                .map(result -> element(
                                        "li",
                                        Page.link(
                                                        "#" + result.rule().id(),
                                                        result.rule().id())
                                                .as("id"),
                                        text(" " + result.rule().sentence() + " "),
                                        element("span", result.found()).as("quiet")))
                                .toList()));
    }

    private static Element drift(final List<String> drift) {
        return element("section", element("h2", "The real carrier answers otherwise than the simulated one"))
                .as("drift")
                .holding(element("ul")
                        .as("plain")
                        .holding(drift.stream()
                                .map(sentence -> element("li", sentence))
                                .toList()));
    }

    private static Element rules(final ConformanceReport report) {
        final EvidenceLength length = EvidenceLength.of(report);
        final Map<Group, List<RuleResult>> groups = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.rule().group(), () -> new EnumMap<>(Group.class), Collectors.toList()));
        return element("section", element("h2", "Rule by rule"), filter(report), contents(groups))
                .with("id", "rules")
                .holding(groups.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue(), length))
                        .toList());
    }

    private static Element filter(final ConformanceReport report) {
        return element("fieldset", element("legend", "Show"))
                .as("filter")
                .holding(Page.choice("show-all", "all " + report.results().size(), true))
                .holding(Arrays.stream(Outcome.values())
                        .filter(outcome -> !report.results(outcome).isEmpty())
                        .map(outcome -> Page.choice(
                                "show-" + Words.style(outcome),
                                Words.outcome(outcome) + " "
                                        + report.results(outcome).size(),
                                false))
                        .toList());
    }

    private static Element contents(final Map<Group, List<RuleResult>> groups) {
        final List<Element> entries = groups.entrySet().stream()
                .map(group -> element(
                        "li",
                        Page.link("#" + anchor(group.getKey()), group.getKey().title()),
                        text(" "),
                        Tally.inWords(group.getValue())))
                .toList();
        return element("nav", element("ul").as("contents").holding(entries)).with("aria-label", "Groups of rules");
    }

    private static Element group(final Group group, final List<RuleResult> results, final EvidenceLength length) {
        return element("section", element("h3", text(group.title() + " "), Tally.inWords(results)))
                .as("group")
                .with("id", anchor(group))
                .holding(results.stream()
                        .map(result -> RuleEntry.of(result, length))
                        .toList());
    }

    private static String anchor(final Group group) {
        return "group-" + Words.style(group);
    }
}
