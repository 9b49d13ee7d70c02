package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup.Element;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Small drawings that stand beside the number they draw, and say nothing that it does not. */
final class Bars {

    private static final double LOWEST_SEEN = 0.004;

    private Bars() {}

    /** A bar as long as the part is of the whole. What is not zero can be seen. */
    static Element bar(final BigInteger part, final BigInteger whole, final String tone) {
        final double share = Figures.share(part, whole);
        final Element svg = element("svg").as("share").with("aria-hidden", "true");
        return part.signum() == 0
                ? svg
                : svg.holding(element("rect")
                        .as(tone)
                        .with("width", Figures.length(Math.max(LOWEST_SEEN, share)))
                        .with("height", "100%"));
    }

    static Element bar(final long part, final long whole, final String tone) {
        return bar(BigInteger.valueOf(part), BigInteger.valueOf(whole), tone);
    }

    /** The course of amounts, the highest as high as it can be. */
    static Element course(final List<BigInteger> amounts, final BigInteger highest, final String tone) {
        final List<Element> columns = new ArrayList<>();
        final double width = 1.0 / amounts.size();
        for (int index = 0; index < amounts.size(); index++) {
            if (amounts.get(index).signum() > 0) {
                final double height = Math.max(2 * LOWEST_SEEN, Figures.share(amounts.get(index), highest));
                columns.add(element("rect")
                        .as(tone)
                        .with("x", Figures.length(index * width))
                        .with("width", Figures.length(width * (amounts.size() > 60 ? 1 : 0.85)))
                        .with("y", Figures.length(1 - height))
                        .with("height", Figures.length(height)));
            }
        }
        return element("svg").as("course").with("aria-hidden", "true").holding(columns);
    }

    /** What a tone looks like. */
    static Element swatch(final String tone) {
        return element("svg", element("rect").as(tone).with("width", "100%").with("height", "100%"))
                .as("swatch")
                .with("aria-hidden", "true");
    }
}
