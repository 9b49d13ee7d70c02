package dev.anycarrier.cli;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.cli.output.AmountText;
import dev.anycarrier.cli.output.Bar;
import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Colour;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.ServiceFigures;
import dev.anycarrier.cli.output.Table;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.cli.output.UsageTable;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The demo's table: one row for each SIM, its buckets of a service taken together. */
final class DemoTable {

    private static final List<Column> COLUMNS = List.of(
            Column.left("SIM"),
            Column.left("STATUS"),
            Column.right("DATA USED"),
            Column.right("LEFT"),
            Column.right("TOTAL"),
            Column.left("LEFT OF TOTAL"),
            Column.right("METERED"),
            Column.right("VOICE u/l/t"),
            Column.right("TEXT u/l/t"),
            Column.left("EXPIRY"),
            Column.right("AGE"));

    private final Table table = new Table(COLUMNS);
    private final FullIdsOption ids;

    DemoTable(final FullIdsOption ids) {
        this.ids = ids;
    }

    void add(final Outcome outcome) {
        final List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(ids.text(outcome.sim())));
        if (outcome instanceof Outcome.Read read) {
            addResult(read.result(), cells);
        } else if (outcome instanceof Outcome.Failed failed) {
            cells.add(new Cell(failed.failure().kind().name(), Colour.RED));
        }
        while (cells.size() < COLUMNS.size()) {
            cells.add(Cell.of(""));
        }
        table.add(cells);
    }

    void print(final PrintStream out, final boolean colours) {
        table.print(out, colours);
    }

    private static void addResult(final UsageResult result, final List<Cell> cells) {
        final UsageReport report = result.report();
        final ServiceFigures data = figures(report, Service.DATA);
        cells.add(UsageTable.status(report.status()));
        cells.add(Cell.of(data.used()));
        cells.add(Cell.of(data.remaining()));
        cells.add(Cell.of(data.total()));
        cells.add(Bar.of(data.remaining(), data.total()));
        cells.add(Cell.of(data.metered()));
        cells.add(Cell.of(inOne(figures(report, Service.VOICE))));
        cells.add(Cell.of(inOne(figures(report, Service.MESSAGE))));
        cells.add(Cell.of(expiry(report)));
        cells.add(UsageTable.age(result));
    }

    private static ServiceFigures figures(final UsageReport report, final Service service) {
        return ServiceFigures.of(service, report.buckets(), report.counters());
    }

    private static String inOne(final ServiceFigures figures) {
        final String total = AmountText.bare(figures.total());
        return total.equals(AmountText.NONE)
                ? AmountText.bare(figures.metered())
                : AmountText.bare(figures.used()) + "/" + AmountText.bare(figures.remaining()) + "/" + total;
    }

    /** The day on which the first bucket ends. */
    private static String expiry(final UsageReport report) {
        return report.buckets().stream()
                .flatMap(bucket -> bucket.validity().flatMap(TimePeriod::end).stream())
                .min(Comparator.naturalOrder())
                .map(TimeText::day)
                .orElse(AmountText.NONE);
    }
}
