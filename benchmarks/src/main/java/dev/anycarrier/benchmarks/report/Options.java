package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Effort;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured, and where it is to be told.
 *
 * @param effort how thoroughly
 * @param only the goals that are measured; empty for all
 * @param json a file for the figures
 * @param charts a folder for charts
 * @param markdown a document whose part about this JDK is replaced
 */
record Options(Effort effort, Set<String> only, Optional<Path> json, Optional<Path> charts, Optional<Path> markdown) {

    static final String USAGE = """
            benchmarks/run [--smoke] [--only P1,P5] [--json FILE] [--chart DIR] [--markdown FILE]

              --smoke          only whether everything runs: the figures mean nothing
              --only P1,P5     these alone
              --json FILE      the figures as JSON
              --chart DIR      charts of P1, P5, P6 and P10 as SVG
              --markdown FILE  put the table between <!-- benchmarks:17 --> and <!-- /benchmarks:17 -->, 17 being the JDK's\
            """;

    Options {
        only = Set.copyOf(only);
        if (markdown.isPresent() && (effort == Effort.SMOKE || !only.isEmpty())) {
            throw new IllegalArgumentException(
                    "documents hold whole runs: --markdown goes with neither --smoke nor --only");
        }
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is wrong
     */
    static Options parse(final String... arguments) {
        Effort effort = Effort.FULL;
        final Set<String> only = new LinkedHashSet<>();
        Optional<Path> json = Optional.empty();
        Optional<Path> charts = Optional.empty();
        Optional<Path> markdown = Optional.empty();
        final Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            final String option = rest.next();
            switch (option) {
                case "--smoke" -> effort = Effort.SMOKE;
                case "--only" ->
                    only.addAll(
                            List.of(value(option, rest).toUpperCase(Locale.ROOT).split(",")));
                case "--json" -> json = Optional.of(Path.of(value(option, rest)));
                case "--chart" -> charts = Optional.of(Path.of(value(option, rest)));
                case "--markdown" -> markdown = Optional.of(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        return new Options(effort, only, json, charts, markdown);
    }

    /** Whether a goal is to be measured. */
    boolean wants(final String id) {
        return only.isEmpty() || only.contains(id);
    }

    private static String value(final String option, final Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
