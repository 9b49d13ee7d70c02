package dev.anycarrier.cli.output;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What {@code doctor} found, as a table. */
public final class FindingsTable {

    private FindingsTable() {}

    /** Prints a row for each finding. */
    public static void print(final List<Finding> findings, final PrintStream out, final boolean colours) {
        final Table table = new Table(
                List.of(Column.left("CHECK"), Column.left("ACCOUNT"), Column.left("RESULT"), Column.left("DETAIL")));
        findings.forEach(finding -> table.add(List.of(
                Cell.of(word(finding.check())),
                Cell.of(finding.account().orElse("")),
                new Cell(word(finding.result()), finding.result().colour()),
                Cell.of(finding.detail()))));
        table.print(out, colours);
    }

    private static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
