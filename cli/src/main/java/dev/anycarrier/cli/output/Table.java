package dev.anycarrier.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows gathered first, so that every column is as wide as its widest cell, and printed then. Not thread-safe. */
public final class Table {

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(final List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row of as many cells as there are columns. */
    public void add(final List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Adds a row of plain cells. */
    public void add(final String... cells) {
        add(Arrays.stream(cells).map(Cell::of).toList());
    }

    /** Prints headings and rows. */
    public void print(final PrintStream out, final boolean colours) {
        final RowPrinter printer = new RowPrinter(fitted(), out, colours);
        printer.printHeadings();
        rows.forEach(printer::print);
    }

    private List<Column> fitted() {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> columns.get(index)
                        .atLeast(Math.max(
                                columns.get(index).width(),
                                rows.stream()
                                        .mapToInt(row -> row.get(index).width())
                                        .max()
                                        .orElse(0))))
                .toList();
    }
}
