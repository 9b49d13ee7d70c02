package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.List;

/**
 * A part of the page that the contents lead to.
 *
 * @param id its address in the page
 * @param title its heading
 * @param parts what is in it; nothing leaves the section out
 */
record Section(String id, String title, List<? extends Markup> parts) {

    Section {
        parts = List.copyOf(parts);
    }

    Element markup() {
        return element("section", element("h2", title)).with("id", id).holding(parts);
    }

    /** A sentence below a heading. */
    static Element note(final String words) {
        return element("p", words).as("quiet note");
    }

    /** A number that is read at a glance, and what it is of. */
    static Element figure(final String number, final String words, final String tone) {
        return element("li", element("b", number), element("span", " " + words)).as(tone);
    }

    static Element figures(final List<Element> figures) {
        return element("ul").as("figures").holding(figures);
    }
}
