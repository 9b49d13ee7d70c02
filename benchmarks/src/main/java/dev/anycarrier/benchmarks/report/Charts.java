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
            new Kind("P1", "CPU of one uncached question", "", BarChart::of),
            new Kind("P5", "Reading a record", ", CPU", BarChart::of),
            new Kind("P6", "A sweep of 20,000 SIMs, 500 at a time, share of the ideal speed", "", BarChart::of),
            new Kind("P10", "CPU of a SIM in a sweep in virtual time", "", LineChart::of));

    private Charts() {}

    /**
     * A chart.
     *
     * @param suffix how the names of the figures end that it shows
     */
    private record Kind(String id, String title, String suffix, BiFunction<String, List<Figure>, String> chart) {}

    static void write(final Report report, final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final Kind kind : KINDS) {
            final List<Figure> figures = figures(report.results(kind.id()), kind.suffix());
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
    private static List<Figure> figures(final List<Result> results, final String suffix) {
        final List<Figure> named = results.stream()
                .flatMap(result -> result.figures().stream())
                .filter(figure -> figure.name().endsWith(suffix))
                .distinct()
                .toList();
        return named.stream()
                .filter(figure -> figure.unit().equals(named.get(0).unit()))
                .toList();
    }
}
