package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Result.Figure;
import java.util.List;

/** Figures whose names begin with a number, over that number on a logarithmic axis. */
final class LineChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 96;
    private static final int RIGHT = 48;
    private static final int TOP = 56;
    private static final int BOTTOM = 40;
    private static final double HEADROOM = 1.2;

    private final List<Figure> figures;
    private final double least;
    private final double most;
    private final double highest;

    private LineChart(final List<Figure> figures) {
        this.figures = figures;
        this.least = figures.stream().mapToDouble(LineChart::place).min().orElse(0);
        this.most = figures.stream().mapToDouble(LineChart::place).max().orElse(1);
        this.highest = figures.stream().mapToDouble(Figure::value).max().orElse(1) * HEADROOM;
    }

    static String of(final String title, final List<Figure> figures) {
        final Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text("title", 16, 30, "start", title);
        new LineChart(figures).draw(svg);
        return svg.document();
    }

    private void draw(final Svg svg) {
        svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        svg.line("axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        svg.text("faint", LEFT - 8, HEIGHT - BOTTOM + 4, "end", "0");
        for (int i = 0; i < figures.size(); i++) {
            final Figure figure = figures.get(i);
            if (i > 0) {
                svg.line("line", x(figures.get(i - 1)), y(figures.get(i - 1)), x(figure), y(figure));
            }
            svg.dot("ours", x(figure), y(figure));
            svg.text("label", x(figure), y(figure) - 12, "middle", Texts.amount(figure.value(), figure.unit()));
            svg.text("faint", x(figure), HEIGHT - BOTTOM + 20, "middle", figure.name());
        }
    }

    private double x(final Figure figure) {
        final double share = most == least ? 0.5 : (place(figure) - least) / (most - least);
        return LEFT + 48 + share * (WIDTH - LEFT - RIGHT - 96);
    }

    private double y(final Figure figure) {
        return HEIGHT - BOTTOM - figure.value() / highest * (HEIGHT - TOP - BOTTOM);
    }

    private static double place(final Figure figure) {
        return Math.log10(Double.parseDouble(figure.name().split(" ", 2)[0].replace(",", "")));
    }
}
