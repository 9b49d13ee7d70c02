package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.conformance.report.SubjectSection.fact;
import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A rule and what came of it: opened if it failed, else to be opened by whoever is curious. */
final class RuleEntry {

    private static final int LONGEST_FOUND = 2_000;
    /** What is longer scrolls in its box, and needs to be reached by keyboard. */
    private static final int LONG = 900;

    private RuleEntry() {}

    static Element of(final RuleResult result, final EvidenceLength length) {
        final Element entry = element("details", summary(result), body(result, length))
                .as("rule o-" + Words.style(result.outcome()))
                .with("id", result.rule().id());
        return result.outcome() == Outcome.FAILED ? entry.with("open", "") : entry;
    }

    private static Element summary(final RuleResult result) {
        return element(
                "summary",
                badge(result.outcome()),
                element(
                                "span",
                                element("span", result.rule().id()).as("id"),
                                text(" "),
                                element("span", result.rule().level().name()).as("level"))
                        .as("name"),
                element("span", result.rule().sentence()).as("sentence"),
                element("span", result.routes().isEmpty() ? "" : Words.about(result.took()))
                        .as("time"));
    }

    private static Element body(final RuleResult result, final EvidenceLength length) {
        final List<Markup> facts = new ArrayList<>();
        if (!result.found().isEmpty()) {
            facts.addAll(fact(
                    "Found",
                    element("span", text(EvidenceLength.beginning(result.found(), LONGEST_FOUND)))
                            .as("found")));
        }
        result.deviation().ifPresent(deviation -> facts.addAll(fact("Known", deviation(deviation))));
        facts.addAll(fact("Why it matters", text(result.rule().why())));
        facts.addAll(fact("Look at", text(result.rule().lookAt())));
        if (result.rule().concerns() != Capability.USAGE) {
            facts.addAll(fact("Concerns", text(Words.name(result.rule().concerns()))));
        }
        return element("div", element("dl").holding(facts))
                .as("body")
                .holding(result.routes().stream()
                        .map(route -> route(result, route, length))
                        .toList());
    }

    private static Markup deviation(final Deviation deviation) {
        final String link = deviation.link().toString();
        return element(
                "span",
                text(deviation.reason() + " Since " + deviation.since() + ", see "),
                isWeb(deviation)
                        ? Page.link(link, link)
                                .with("rel", "noopener noreferrer")
                                .as("long")
                        : element("code", link),
                text("."));
    }

    /** Any other scheme might run something. */
    private static boolean isWeb(final Deviation deviation) {
        return Set.of("http", "https")
                .contains(String.valueOf(deviation.link().getScheme()).toLowerCase(Locale.ROOT));
    }

    /** Closed where the way is not the one to look at. */
    private static Element route(final RuleResult result, final RouteResult route, final EvidenceLength length) {
        final List<Markup> head = List.of(
                badge(route.outcome()),
                text(" " + route.route().description() + ", "),
                element("span", Words.about(route.took())).as("quiet"));
        final List<Markup> parts = new ArrayList<>();
        if (!result.found().contains(route.found())) {
            parts.add(element("p", text(EvidenceLength.beginning(route.found(), LONGEST_FOUND)))
                    .as("found"));
        }
        route.evidence().forEach(exchange -> parts.add(exchange(exchange, length.of(result))));
        if (parts.isEmpty()) {
            return element("p").as("route").holding(head);
        }
        final Element entry =
                element("details", element("summary").holding(head)).as("route").holding(parts);
        return result.outcome() == Outcome.FAILED && route.outcome() == Outcome.PASSED ? entry : entry.with("open", "");
    }

    private static Element exchange(final Evidence exchange, final int longest) {
        return element("div", side("Request", exchange.request(), longest), side("Answer", exchange.answer(), longest))
                .as("exchange");
    }

    private static Element side(final String name, final String whole, final int longest) {
        final String text = EvidenceLength.beginning(whole.strip(), longest);
        final Element box = element("pre", text(text));
        return element(
                "div",
                element("p", name).as("side"),
                text.length() > LONG
                        ? box.with("tabindex", "0").with("role", "region").with("aria-label", name)
                        : box);
    }

    static Element badge(final Outcome outcome) {
        return element("span", Words.outcome(outcome)).as("badge o-" + Words.style(outcome));
    }
}
