package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.testkit.page.StaticPage;
import java.util.List;

/** What all pages of a report share. */
final class Page {

    private static final String CSS = StaticPage.resource(Page.class, "report.css");

    private Page() {}

    static String write(final String title, final List<? extends Markup> body) {
        return StaticPage.write(title, CSS, body);
    }

    /** A choice of what is shown, of which the style sheet makes the rest. */
    static Element choice(final String id, final String label, final boolean first) {
        final Element input =
                element("input").with("type", "radio").with("name", "show").with("id", id);
        return element("label", first ? input.with("checked", "") : input, element("span", label));
    }

    static Element link(final String target, final String text) {
        return element("a", text).with("href", target);
    }
}
