package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A chart of columns, each a stack of parts.
 *
 * @param label what it shows, for those who do not see it
 * @param parts what the stacks are made of, from below
 * @param columns the columns, from the left
 * @param scale of their heights
 */
record Columns(String label, List<Part> parts, List<Column> columns, Scale scale) {

    /** So few columns have room for their numbers. */
    private static final int FEW = 14;

    /** So few columns have room for lines between parts. */
    private static final int SOME = 40;

    private static final double WIDTH = 0.8;
    private static final double EDGE = 0.2;

    /**
     * A part of all stacks.
     *
     * @param name what it is
     * @param tone its class in the style sheet
     */
    record Part(String name, String tone) {}

    /**
     * A stack.
     *
     * @param name what it is of
     * @param tick what stands below it, empty for nothing
     * @param isMinor whether that is left out where there is little room
     * @param amounts how much of each part
     */
    record Column(String name, String tick, boolean isMinor, List<BigInteger> amounts) {

        BigInteger sum() {
            return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    Element chart() {
        return element(
                        "div",
                        element("svg").as("scale").with("aria-hidden", "true").holding(scaleLabels()),
                        element("svg", element("title", label))
                                .as(columns.size() <= SOME ? "columns some" : "columns")
                                .with("role", "img")
                                .with("aria-label", label)
                                .holding(lines())
                                .holding(stacks())
                                .holding(numbers()),
                        element("svg").as("ticks").with("aria-hidden", "true").holding(ticks()))
                .as("plot");
    }

    /** What the tones mean; nothing if there is but one. */
    List<Element> legend() {
        if (parts.size() < 2) {
            return List.of();
        }
        return List.of(element("ul")
                .as("legend")
                .holding(parts.stream()
                        .map(part -> element("li", Bars.swatch(part.tone()), element("span", part.name())))
                        .toList()));
    }

    private List<Element> scaleLabels() {
        return scale.lines().stream()
                .map(line -> element("text", scale.text(line))
                        .with("x", "100%")
                        .with("y", Figures.length(scale.fromTop(line))))
                .toList();
    }

    private List<Element> lines() {
        return scale.lines().stream()
                .map(line -> element("line")
                        .as(line.signum() == 0 ? "zero" : "grid")
                        .with("x1", "0")
                        .with("x2", "100%")
                        .with("y1", Figures.length(scale.fromTop(line)))
                        .with("y2", Figures.length(scale.fromTop(line))))
                .toList();
    }

    private List<Element> stacks() {
        final List<Element> stacks = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            stacks.add(stack(index, columns.get(index)));
        }
        return stacks;
    }

    private Element stack(final int index, final Column column) {
        final List<Markup> inside = new ArrayList<>();
        inside.add(element("title", title(column)));
        inside.add(element("rect")
                .as("hit")
                .with("x", Figures.length((double) index / columns.size()))
                .with("width", Figures.length(1.0 / columns.size()))
                .with("y", "0")
                .with("height", "100%"));
        BigInteger below = BigInteger.ZERO;
        for (int part = 0; part < parts.size(); part++) {
            final BigInteger amount = column.amounts().get(part);
            if (amount.signum() > 0) {
                inside.add(element("rect")
                        .as(parts.get(part).tone())
                        .with("x", Figures.length((index + (1 - WIDTH) / 2) / columns.size()))
                        .with("width", Figures.length(WIDTH / columns.size()))
                        .with("y", Figures.length(scale.fromTop(below.add(amount))))
                        .with("height", Figures.length(Figures.share(amount, scale.top()))));
            }
            below = below.add(amount);
        }
        return element("g").holding(inside);
    }

    private String title(final Column column) {
        final StringBuilder title =
                new StringBuilder(column.name()).append(": ").append(scale.text(column.sum()));
        if (parts.size() > 1) {
            for (int part = 0; part < parts.size(); part++) {
                if (column.amounts().get(part).signum() > 0) {
                    title.append('\n')
                            .append(parts.get(part).name())
                            .append(' ')
                            .append(scale.text(column.amounts().get(part)));
                }
            }
        }
        return title.toString();
    }

    /** The number of each column where there is room, else that of the highest. */
    private List<Element> numbers() {
        final List<Element> numbers = new ArrayList<>();
        final int highest = columns.stream()
                .max(Comparator.comparing(Column::sum))
                .map(columns::indexOf)
                .orElse(0);
        for (int index = 0; index < columns.size(); index++) {
            final BigInteger sum = columns.get(index).sum();
            if (sum.signum() > 0 && (columns.size() <= FEW || index == highest)) {
                final double middle = (index + 0.5) / columns.size();
                numbers.add(element("text", scale.brief(sum))
                        .as(index == highest ? "number highest" : "number")
                        .with("x", Figures.length(middle))
                        .with("y", Figures.length(scale.fromTop(sum)))
                        .with("dy", "-5")
                        .with("text-anchor", columns.size() <= FEW ? "middle" : anchor(middle)));
            }
        }
        return numbers;
    }

    private static String anchor(final double middle) {
        if (middle < EDGE) {
            return "start";
        }
        return middle > 1 - EDGE ? "end" : "middle";
    }

    private List<Element> ticks() {
        final List<Element> ticks = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            final Column column = columns.get(index);
            if (!column.tick().isEmpty()) {
                ticks.add(element("text", column.tick())
                        .as(column.isMinor() ? "minor" : "major")
                        .with("x", Figures.length((index + 0.5) / columns.size()))
                        .with("y", "1.4em"));
            }
        }
        return ticks;
    }
}
