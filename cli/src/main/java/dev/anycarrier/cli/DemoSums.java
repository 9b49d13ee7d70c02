package dev.anycarrier.cli;

import dev.anycarrier.AccountStatistics;
import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Colour;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.Table;
import dev.anycarrier.usage.Service;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sums of each carrier: a row for each service that its SIMs have anything of. */
final class DemoSums {

    private static final int COLUMNS_OF_CARRIER = 5;
    private static final Cell EMPTY = Cell.of("");

    private final Table table = new Table(List.of(
            Column.left("CARRIER"),
            Column.right("SIMS"),
            Column.right("READ"),
            Column.right("FAILED"),
            Column.right("REQUESTS"),
            Column.left("SERVICE"),
            Column.right("USED"),
            Column.right("LEFT"),
            Column.right("METERED"),
            Column.right("UNLIMITED"),
            Column.right("NOT TOLD")));

    void add(final String carrier, final int asked, final CarrierSum sum, final AccountStatistics statistics) {
        final int failed = asked - sum.sims();
        List<Cell> first = List.of(
                new Cell(carrier, Colour.BOLD),
                Cell.of(Integer.toString(asked)),
                Cell.of(Integer.toString(sum.sims())),
                new Cell(Integer.toString(failed), failed == 0 ? Colour.PLAIN : Colour.RED),
                Cell.of(Long.toString(statistics.requests())));
        for (final Service service : Service.values()) {
            final ServiceSum one = sum.services().get(service);
            if (one != null && (one.isAny() || service == Service.DATA)) {
                final List<Cell> cells = new ArrayList<>(first);
                cells.add(Cell.of(service.name()));
                cells.add(Cell.of(one.used()));
                cells.add(Cell.of(one.remaining()));
                cells.add(Cell.of(one.metered()));
                cells.add(Cell.of(Long.toString(one.unlimited())));
                cells.add(Cell.of(Long.toString(one.untold())));
                table.add(cells);
                first = Collections.nCopies(COLUMNS_OF_CARRIER, EMPTY);
            }
        }
    }

    void print(final PrintStream out, final boolean colours) {
        table.print(out, colours);
    }
}
