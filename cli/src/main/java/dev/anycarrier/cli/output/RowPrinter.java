package dev.anycarrier.cli.output;

import java.io.PrintStream;
import java.util.List;

/** Prints rows one by one in columns of given widths; a cell that is too long shifts the rest of its row. */
public final class RowPrinter {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final PrintStream out;
    private final boolean colours;

    /**
     * A printer.
     *
     * @param columns the columns, with their widths
     * @param colours whether colours are wanted
     */
    public RowPrinter(final List<Column> columns, final PrintStream out, final boolean colours) {
        this.columns = List.copyOf(columns);
        this.out = out;
        this.colours = colours;
    }

    /** Prints the headings. */
    public void printHeadings() {
        print(columns.stream()
                .map(column -> new Cell(column.heading(), Colour.BOLD))
                .toList());
    }

    /** Prints a row of as many cells as there are columns. */
    public void print(final List<Cell> cells) {
        final StringBuilder line = new StringBuilder(160);
        for (int index = 0; index < columns.size(); index++) {
            line.append(index == 0 ? "" : GAP).append(columns.get(index).pad(cells.get(index), colours));
        }
        out.println(line.toString().stripTrailing());
    }
}
