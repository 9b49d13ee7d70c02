package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Colour;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.cli.output.Table;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Group;
import java.util.List;
import java.util.stream.Stream;

/** The result of a conformance run, for people: what is wrong first, and the verdict last. */
final class ConformanceText {

    private static final List<Outcome> COLUMNS =
            List.of(Outcome.PASSED, Outcome.FAILED, Outcome.DEVIATED, Outcome.NOT_OFFERED, Outcome.NOT_APPLICABLE);

    private final Surroundings surroundings;

    ConformanceText(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static boolean isBroken(final RuleResult result) {
        return result.outcome() == Outcome.FAILED;
    }

    void print(final ConformanceReport report) {
        report.results(Outcome.FAILED).forEach(result -> say("\n" + result.message()));
        report.results(Outcome.DEVIATED).forEach(result -> say("\nknown to deviate: " + result.message()));
        report.results(Outcome.NOT_OFFERED)
                .forEach(result -> say("not offered: " + result.rule().id() + " " + result.found()));
        notRun(report.results(Outcome.NOT_RUN));
        report.drift().forEach(difference -> say("drift: " + difference));
        if (!report.run().live()) {
            say("");
            table(report).print(surroundings.out(), surroundings.colours());
        }
        say("");
        say(report.subject().id() + ": " + report.verdict().words() + " ("
                + report.results(Outcome.PASSED).size()
                + " of " + report.results().size() + " rules kept, seed "
                + report.run().seed() + ", " + report.run().took().toMillis() + " ms)");
    }

    private void notRun(final List<RuleResult> results) {
        if (!results.isEmpty()) {
            say(results.size() + " rules NOT RUN: " + results.get(0).found());
        }
    }

    private Table table(final ConformanceReport report) {
        final Table table = new Table(List.of(
                Column.left("RULES"),
                Column.right("KEPT"),
                Column.right("BROKEN"),
                Column.right("DEVIATING"),
                Column.right("NOT OFFERED"),
                Column.right("NOT APPLICABLE")));
        for (final Group group : Group.values()) {
            final List<RuleResult> results = report.results().stream()
                    .filter(result -> result.rule().group() == group)
                    .toList();
            if (!results.isEmpty()) {
                table.add(Stream.concat(
                                Stream.of(Cell.of(group.title())),
                                COLUMNS.stream().map(outcome -> cell(results, outcome)))
                        .toList());
            }
        }
        return table;
    }

    private static Cell cell(final List<RuleResult> results, final Outcome outcome) {
        final long count =
                results.stream().filter(result -> result.outcome() == outcome).count();
        return new Cell(
                count == 0 ? "" : Long.toString(count),
                count > 0 && outcome == Outcome.FAILED ? Colour.RED : Colour.PLAIN);
    }

    private void say(final String text) {
        text.lines().map(Printable::of).forEach(surroundings.out()::println);
        if (text.isEmpty()) {
            surroundings.out().println();
        }
    }
}
