package dev.anycarrier.benchmarks.report;

import java.util.Locale;

/**
 * Writes an SVG with a background of its own and colours for light and for dark surroundings, so that it can be read as a
 * picture in any document.
 */
final class Svg {

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .ground { fill: #ffffff } .title { font-weight: 600; font-size: 15px } .faint { fill: #59636e }
              .ours { fill: #0969da } .peer { fill: #afb8c1 }
              .line { stroke: #0969da; stroke-width: 2; fill: none } .axis { stroke: #d1d9e0; stroke-width: 1 }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc }
                .ground { fill: #0d1117 } .faint { fill: #9198a1 }
                .ours { fill: #4493f8 } .peer { fill: #545d68 }
                .line { stroke: #4493f8 } .axis { stroke: #3d444d }
              }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();

    Svg(final int width, final int height, final String title) {
        body.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                        + "<title>%s</title>%n%s<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n",
                width,
                height,
                width,
                height,
                escaped(title),
                STYLE,
                width,
                height));
    }

    void rectangle(final String look, final double x, final double y, final double width, final double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", look, x, y, width, height);
    }

    void line(final String look, final double fromX, final double fromY, final double toX, final double toY) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", look, fromX, fromY, toX, toY);
    }

    void dot(final String look, final double x, final double y) {
        add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", look, x, y);
    }

    /** A text; {@code anchor} is start, middle or end. */
    void text(final String look, final double x, final double y, final String anchor, final String text) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", look, x, y, anchor, escaped(text));
    }

    /** The whole document. */
    String document() {
        return body + "</svg>\n";
    }

    private void add(final String format, final Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
