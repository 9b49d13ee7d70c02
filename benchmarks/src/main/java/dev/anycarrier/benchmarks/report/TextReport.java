package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report on a terminal: the ratios as one table, then what they come from. */
final class TextReport {

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    static String of(final Report report) {
        final TextReport text = new TextReport();
        text.head(report);
        text.ratios(report);
        text.figures(report);
        text.failures(report);
        return text.text.toString();
    }

    private void head(final Report report) {
        line("Anycarrier benchmarks, " + report.started() + ", "
                + report.machine().text());
        line(report.machine().libraryText());
        if (report.effort() == Effort.SMOKE) {
            line("A smoke test: the figures mean nothing.");
        }
    }

    private void ratios(final Report report) {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "", "value", "goal", "stretch", ""));
        report.results().forEach(result -> rows.add(Texts.cells(result)));
        line("");
        table(rows);
    }

    private void figures(final Report report) {
        for (final Result result :
                report.results().filter(any -> !any.figures().isEmpty()).toList()) {
            line("");
            line(result.id() + " " + result.what());
            final List<List<String>> rows = new ArrayList<>();
            result.figures()
                    .forEach(figure ->
                            rows.add(List.of("  ", figure.name(), Texts.amount(figure.value(), figure.unit()))));
            table(rows);
        }
    }

    private void failures(final Report report) {
        for (final Measured measured : report.measured()) {
            measured.failure().ifPresent(failure -> {
                line("");
                line(measured.id() + " FAILED: " + failure);
            });
        }
    }

    private void table(final List<List<String>> rows) {
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(rows, column))).append("  ");
            }
            line(line.toString().stripTrailing());
        }
    }

    private static int width(final List<List<String>> rows, final int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(final String cell, final int width) {
        return width == 0 ? "" : String.format(Locale.ROOT, "%-" + width + "s", cell);
    }

    private void line(final String line) {
        text.append(line).append('\n');
    }
}
