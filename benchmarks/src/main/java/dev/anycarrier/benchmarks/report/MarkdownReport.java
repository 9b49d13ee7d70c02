package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Result;
import java.util.List;
import java.util.stream.Collectors;

/** A report as a part of a document, between two comments that name the JDK; everything around them stays. */
final class MarkdownReport {

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    /**
     * The document with its part about the report's JDK replaced.
     *
     * @throws IllegalArgumentException if it has no such part
     */
    static String into(final String document, final Report report) {
        final String begin = "<!-- benchmarks:" + report.machine().feature() + " -->";
        final String end = "<!-- /benchmarks:" + report.machine().feature() + " -->";
        final int from = document.indexOf(begin);
        final int to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the document has no part from " + begin + " to " + end);
        }
        return document.substring(0, from + begin.length()) + "\n\n" + of(report) + "\n" + document.substring(to);
    }

    private static String of(final Report report) {
        final MarkdownReport markdown = new MarkdownReport();
        markdown.line("Measured at " + report.started() + " on "
                + report.machine().text() + ". Libraries: " + report.machine().libraryText() + ".");
        markdown.line("");
        markdown.row(List.of("", "Measure", "Value", "Goal", "Stretch", ""));
        markdown.row(List.of("---", "---", "--:", "--:", "--:", "---"));
        report.results().forEach(result -> markdown.row(Texts.cells(result)));
        report.measured().stream()
                .filter(measured -> measured.failure().isPresent())
                .forEach(measured -> markdown.row(List.of(measured.id(), "", "", "", "", "FAILED")));
        markdown.line("");
        markdown.line("<details><summary>What the values come from</summary>");
        markdown.line("");
        report.results().filter(result -> !result.figures().isEmpty()).forEach(markdown::figures);
        markdown.line("");
        markdown.line("</details>");
        return markdown.text.toString();
    }

    private void figures(final Result result) {
        line("- " + result.id() + " " + result.what() + ": "
                + result.figures().stream()
                        .map(figure -> figure.name() + " " + Texts.amount(figure.value(), figure.unit()))
                        .collect(Collectors.joining("; ")));
    }

    private void row(final List<String> cells) {
        line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(final String line) {
        text.append(line).append('\n');
    }
}
