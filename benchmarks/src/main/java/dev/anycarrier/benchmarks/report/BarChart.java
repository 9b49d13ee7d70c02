package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Result.Figure;
import java.util.List;
import java.util.regex.Pattern;

/** One bar for each figure, ours in another colour. */
final class BarChart {

    private static final int WIDTH = 720;
    private static final int MARGIN = 16;
    private static final int HEAD = 48;
    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int LABEL = 300;
    private static final int VALUE = 140;
    private static final Pattern OURS = Pattern.compile("(Anycarrier|the whole engine|engine)\\b");

    private BarChart() {}

    static String of(final String title, final List<Figure> figures) {
        final Svg svg = new Svg(WIDTH, HEAD + ROW * figures.size() + MARGIN, title);
        svg.text("title", MARGIN, 30, "start", title);
        final double most = figures.stream().mapToDouble(Figure::value).max().orElse(1);
        final double scale = (WIDTH - LABEL - VALUE - MARGIN) / most;
        for (int i = 0; i < figures.size(); i++) {
            final Figure figure = figures.get(i);
            final double y = HEAD + ROW * i;
            svg.text("label", LABEL - 8, y + BAR - 4, "end", figure.name());
            final double width = Math.max(1, figure.value() * scale);
            svg.rectangle(isOurs(figure) ? "ours" : "peer", LABEL, y, width, BAR);
            svg.text("faint", LABEL + width + 8, y + BAR - 4, "start", Texts.amount(figure.value(), figure.unit()));
        }
        return svg.document();
    }

    private static boolean isOurs(final Figure figure) {
        return OURS.matcher(figure.name()).lookingAt();
    }
}
