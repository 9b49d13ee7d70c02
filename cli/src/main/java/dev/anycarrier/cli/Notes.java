package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Colour;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Remarks by kind: how many there are of each, and the first of them. */
final class Notes {

    private record Kind(int count, String example) {

        Kind plus(final Kind other) {
            return new Kind(count + other.count, example);
        }
    }

    private final String heading;
    private final Colour colour;
    private final SortedMap<String, Kind> kinds = new TreeMap<>();

    Notes(final String heading, final Colour colour) {
        this.heading = heading;
        this.colour = colour;
    }

    void add(final String kind, final String remark) {
        kinds.merge(kind, new Kind(1, remark), Kind::plus);
    }

    /** Prints them behind an empty line; nothing if there is none. */
    void print(final PrintStream out, final boolean colours) {
        if (kinds.isEmpty()) {
            return;
        }
        final Table table = new Table(List.of(Column.left(heading), Column.right("COUNT"), Column.left("FOR EXAMPLE")));
        kinds.forEach((name, kind) -> table.add(
                List.of(new Cell(name, colour), Cell.of(Integer.toString(kind.count())), Cell.of(kind.example()))));
        out.println();
        table.print(out, colours);
    }
}
