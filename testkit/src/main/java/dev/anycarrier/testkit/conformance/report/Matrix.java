package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Several reports side by side. They may come from different versions of the kit, so it holds every rule that any of them
 * has.
 *
 * @param columns a report each, in the order of their directories
 * @param rules every rule, group by group and in the order of the identifiers
 */
record Matrix(List<Column> columns, List<Rule> rules) {

    static Matrix read(final Path directory) throws IOException {
        final List<Column> columns = new ArrayList<>();
        for (final Path own : withReport(directory)) {
            columns.add(new Column(own, ReportReader.read(own.resolve(ReportFiles.JSON))));
        }
        return of(columns);
    }

    private static List<Path> withReport(final Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ReportFiles.JSON)))
                    .sorted()
                    .toList();
        }
    }

    private static Matrix of(final List<Column> columns) {
        final Map<String, Rule> rules = new TreeMap<>();
        for (final Column column : columns) {
            column.report
                    .results()
                    .forEach(result -> rules.putIfAbsent(result.rule().id(), result.rule()));
        }
        return new Matrix(
                List.copyOf(columns),
                rules.values().stream()
                        .sorted(Comparator.comparing(Rule::group))
                        .toList());
    }

    List<Rule> rules(final Group group) {
        return rules.stream().filter(rule -> rule.group() == group).toList();
    }

    /**
     * One provider.
     *
     * @param directory holds its files
     * @param report what came of trying it
     */
    record Column(Path directory, ConformanceReport report) {

        /** The provider's page, from the page of the matrix. */
        String address() {
            final String name = String.valueOf(directory.getFileName());
            return "./" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/" + ReportFiles.PAGE;
        }

        /** The result by a rule of that identifier, if its kit had one. */
        Optional<RuleResult> result(final Rule rule) {
            return report.results().stream()
                    .filter(result -> result.rule().id().equals(rule.id()))
                    .findFirst();
        }
    }
}
