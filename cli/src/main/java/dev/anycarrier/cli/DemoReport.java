package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cli.output.Colour;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.ResultsJson;
import dev.anycarrier.spi.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the demo found, on standard output: SIMs, sums, what failed and why, and whether all of it is true. */
final class DemoReport {

    private final Surroundings surroundings;
    private final Map<String, List<DemoResult>> byCarrier = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    DemoReport(final Surroundings surroundings, final List<DemoResult> results) {
        this.surroundings = surroundings;
        for (final DemoResult result : results) {
            byCarrier
                    .computeIfAbsent(result.carrier(), carrier -> new ArrayList<>())
                    .add(result);
            result.difference().ifPresent(differences::add);
        }
    }

    /** Prints so many SIMs of each carrier, the last of which it does not have. */
    void printSims(final int rows, final FullIdsOption ids) {
        final DemoTable table = new DemoTable(ids);
        int hidden = 0;
        for (final List<DemoResult> results : byCarrier.values()) {
            final int shown = Math.min(rows, results.size());
            results.subList(0, shown).forEach(result -> table.add(result.outcome()));
            hidden += results.size() - shown;
        }
        table.print(surroundings.out(), surroundings.colours());
        if (hidden > 0) {
            surroundings.out().println("… and " + hidden + " more: --all shows them");
        }
        surroundings.out().println();
    }

    /** Prints the sums of each carrier, and compares them with its own. */
    void printSums(final Anycarrier carriers) {
        sums(carriers).print(surroundings.out(), surroundings.colours());
    }

    private DemoSums sums(final Anycarrier carriers) {
        final DemoSums sums = new DemoSums();
        byCarrier.forEach((carrier, results) -> {
            final CarrierSum read = CarrierSum.ofReports(results.stream()
                    .map(DemoResult::report)
                    .flatMap(Optional::stream)
                    .toList());
            final CarrierSum truth = CarrierSum.ofTruths(results.stream()
                    .map(DemoResult::reportableTruth)
                    .flatMap(Optional::stream)
                    .toList());
            if (!read.equals(truth)) {
                differences.add("the sums of " + carrier + " are " + read + ", but " + truth + " is true");
            }
            sums.add(carrier, results.size(), read, carriers.account(carrier).statistics());
        });
        return sums;
    }

    /** Prints all of it as JSON; returns whether everything is true. */
    boolean printJson(final Anycarrier carriers) {
        sums(carriers);
        final ResultsJson json = new ResultsJson();
        byCarrier.values().forEach(results -> results.forEach(result -> add(json, result.outcome())));
        surroundings.out().println(Json.document(json.compared(differences)));
        return differences.isEmpty();
    }

    private static void add(final ResultsJson json, final Outcome outcome) {
        if (outcome instanceof Outcome.Read read) {
            json.add(read.sim(), read.result());
        } else if (outcome instanceof Outcome.Failed failed) {
            json.add(failed.sim(), failed.failure());
        }
    }

    /** Prints what failed and why, and what the carriers' answers were worth a warning for. */
    void printNotes() {
        final Notes failures = new Notes("FAILED", Colour.RED);
        final Notes warnings = new Notes("WARNING", Colour.YELLOW);
        for (final List<DemoResult> results : byCarrier.values()) {
            for (final DemoResult result : results) {
                if (result.outcome() instanceof Outcome.Failed failed) {
                    final UsageException failure = failed.failure();
                    failures.add(failure.kind().name(), String.valueOf(failure.getMessage()));
                }
                result.report()
                        .ifPresent(report -> report.warnings()
                                .forEach(warning -> warnings.add(
                                        warning.kind().name(), result.sim().ref() + ": " + warning.detail())));
            }
        }
        failures.print(surroundings.out(), surroundings.colours());
        warnings.print(surroundings.out(), surroundings.colours());
    }

    /** Prints whether everything is true; returns it. */
    boolean printVerdict() {
        final int asked = byCarrier.values().stream().mapToInt(List::size).sum();
        surroundings.out().println();
        if (differences.isEmpty()) {
            surroundings
                    .out()
                    .println("check: all " + asked + " outcomes, and the sums of the " + byCarrier.size()
                            + " carriers, are equal to the carriers' own");
            return true;
        }
        surroundings.out().println("check: " + differences.size() + " differences from the carriers' own:");
        differences.forEach(difference -> surroundings.out().println("  " + difference));
        return false;
    }
}
