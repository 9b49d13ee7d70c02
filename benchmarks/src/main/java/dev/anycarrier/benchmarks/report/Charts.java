package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The charts of the documents: a picture for each of some goals, named by goal and JDK. */
final class Charts {

    private static final List<Kind> KINDS = List.of(
            new Kind("P1", "One uncached question", BarChart::of),
            new Kind("P5", "Reading records", BarChart::of),
            new Kind("P6", "A sweep of 20,000 SIMs", BarChart::of),
            new Kind("P10", "A sweep in virtual time, by the number of SIMs", LineChart::of));

    private Charts() {}

    private record Kind(String id, String title, BiFunction<String, List<Figure>, String> chart) {}

    static void write(final Report report, final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final Kind kind : KINDS) {
            final List<Figure> figures = figures(report.results(kind.id()));
            if (!figures.isEmpty()) {
                final String jdk = "JDK " + report.machine().feature();
                Files.writeString(
                        folder.resolve(kind.id().toLowerCase(Locale.ROOT) + "-jdk"
                                + report.machine().feature() + ".svg"),
                        kind.chart().apply(kind.title() + ", " + jdk, figures));
            }
        }
    }

    /** Those with the unit of the very first, each once. */
    private static List<Figure> figures(final List<Result> results) {
        final List<Figure> all = results.stream()
                .flatMap(result -> result.figures().stream())
                .distinct()
                .toList();
        return all.stream()
                .filter(figure -> figure.unit().equals(all.get(0).unit()))
                .toList();
    }
}
