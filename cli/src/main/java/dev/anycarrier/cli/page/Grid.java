package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.List;

/** A table that scrolls by itself, by keys too, where there is no room for all of it. */
final class Grid {

    private final String label;
    private final List<Element> heads = new ArrayList<>();
    private final List<Element> rows = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    /**
     * Without columns and rows.
     *
     * @param label what it shows
     */
    Grid(final String label) {
        this.label = label;
    }

    /** Adds a column of words; the first column names the rows. */
    Grid words(final String head) {
        return column(head, "w");
    }

    /** Adds a column of numbers. */
    Grid numbers(final String head) {
        return column(head, "n");
    }

    /** Adds a column of drawings, whose meaning is that of the column before. */
    Grid drawing() {
        classes.add("d");
        heads.add(element("td").as("d"));
        return this;
    }

    private Grid column(final String head, final String kind) {
        classes.add(kind);
        heads.add(element("th", head).as(kind).with("scope", "col"));
        return this;
    }

    /** Adds a row, a text or a drawing for each column. */
    void row(final Object... cells) {
        final List<Markup> row = new ArrayList<>();
        for (int index = 0; index < cells.length; index++) {
            final Markup inside = cells[index] instanceof Markup markup ? markup : Markup.text(cells[index].toString());
            row.add(
                    index == 0
                            ? element("th", inside).as(classes.get(index)).with("scope", "row")
                            : element("td", inside).as(classes.get(index)));
        }
        rows.add(element("tr").holding(row));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Element table() {
        return element(
                        "div",
                        element(
                                "table",
                                element("thead", element("tr").holding(heads)),
                                element("tbody").holding(rows)))
                .as("scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", label);
    }

    /** Behind a line that opens it. */
    Element folded(final String line) {
        return element("details", element("summary", line), table()).as("more");
    }
}
