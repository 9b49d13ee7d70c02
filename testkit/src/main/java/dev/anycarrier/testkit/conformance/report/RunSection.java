package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.conformance.report.SubjectSection.fact;
import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the provider was tried, and how to do it again. */
final class RunSection {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RunSection() {}

    static Element of(final Subject subject, final Run run) {
        final List<Markup> facts = new ArrayList<>();
        facts.addAll(fact("Carrier", text(run.live() ? "the real one, or its sandbox" : "simulated")));
        facts.addAll(fact("Seed", element("code", Long.toString(run.seed()))));
        facts.addAll(fact("JDK", text(run.java())));
        facts.addAll(fact("Began", text(time(run.started()))));
        facts.addAll(fact("Took", text(Words.about(run.took()))));
        facts.addAll(fact("Factory", className(subject.factory())));
        return element(
                "section", element("h2", "How it was tried"), element("dl").holding(facts));
    }

    /** The command, which may be long. */
    static Element again(final Run run) {
        return element(
                        "section",
                        element("h2", "The same again"),
                        element("pre").as("command").holding(words(run.reproduce())))
                .as("again");
    }

    /** May be broken between its words, and not at the hyphens that begin them. */
    private static List<Markup> words(final String command) {
        final List<Markup> words = new ArrayList<>();
        for (final String word : command.split(" ", -1)) {
            words.add(text(words.isEmpty() ? "" : " "));
            words.add(element("span", word));
        }
        return words;
    }

    /** May be broken at its dots. */
    private static Element className(final String name) {
        final List<Markup> parts = new ArrayList<>();
        for (final String part : name.split("(?<=\\.)", -1)) {
            parts.add(text(part));
            parts.add(element("wbr"));
        }
        return element("code").holding(parts);
    }

    static String time(final Instant instant) {
        return TIME.format(instant);
    }
}
