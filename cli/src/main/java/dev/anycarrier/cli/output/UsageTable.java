package dev.anycarrier.cli.output;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports, with a row for each bucket and each counter of a SIM. */
public final class UsageTable {

    private static final List<Column> COLUMNS = List.of(
            Column.left("SIM"),
            Column.left("STATUS"),
            Column.left("SERVICE"),
            Column.right("USED"),
            Column.right("LEFT"),
            Column.right("TOTAL"),
            Column.left("LEFT OF TOTAL"),
            Column.left("BUCKET"),
            Column.left("PERIOD"),
            Column.right("AGE"));
    private static final Cell EMPTY = Cell.of("");
    private static final Cell NONE = Cell.of(Amount.None.INSTANCE);

    private final Table table = new Table(COLUMNS);

    /** Adds what is known of a SIM. */
    public void add(final String sim, final UsageResult result) {
        final UsageReport report = result.report();
        final List<List<Cell>> rows = new ArrayList<>();
        report.buckets().forEach(bucket -> rows.add(row(bucket)));
        report.counters().forEach(counter -> rows.add(row(counter)));
        if (rows.isEmpty()) {
            rows.add(row(AmountText.NONE, List.of(NONE, NONE, NONE), EMPTY, "", ""));
        }
        for (int index = 0; index < rows.size(); index++) {
            final boolean first = index == 0;
            final List<Cell> cells = new ArrayList<>();
            cells.add(first ? Cell.of(sim) : EMPTY);
            cells.add(first ? status(report.status()) : EMPTY);
            cells.addAll(rows.get(index));
            cells.add(first ? age(result) : EMPTY);
            table.add(cells);
        }
    }

    /** Adds that a SIM could not be read. */
    public void add(final String sim, final UsageException failure) {
        final List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(sim));
        cells.add(new Cell(failure.kind().name(), Colour.RED));
        while (cells.size() < COLUMNS.size()) {
            cells.add(EMPTY);
        }
        table.add(cells);
    }

    /** Prints it. */
    public void print(final PrintStream out, final boolean colours) {
        table.print(out, colours);
    }

    /** A status in the colour of what it means for the SIM's user. */
    public static Cell status(final SimStatus status) {
        return new Cell(
                status.name(),
                switch (status) {
                    case ACTIVE -> Colour.GREEN;
                    case SUSPENDED, EXHAUSTED, EXPIRED -> Colour.YELLOW;
                    case TERMINATED -> Colour.RED;
                    case NOT_ACTIVE, UNKNOWN -> Colour.FAINT;
                });
    }

    /** How old a value is; a stale one says so. */
    public static Cell age(final UsageResult result) {
        final String age = TimeText.age(result);
        return result instanceof UsageResult.Stale ? new Cell("STALE " + age, Colour.RED) : Cell.of(age);
    }

    private static List<Cell> row(final Bucket bucket) {
        final ServiceFigures figures = ServiceFigures.of(bucket);
        return row(
                bucket.service() + bucket.id().map(id -> " (" + id + ")").orElse(""),
                List.of(Cell.of(figures.used()), Cell.of(figures.remaining()), Cell.of(figures.total())),
                Bar.of(figures.remaining(), figures.total()),
                bucket.status().name(),
                text(bucket.validity()));
    }

    private static List<Cell> row(final UsageCounter counter) {
        return row(
                counter.service() + " metered",
                List.of(Cell.of(Amount.of(counter.used())), NONE, NONE),
                EMPTY,
                "",
                text(counter.period()));
    }

    private static List<Cell> row(
            final String service, final List<Cell> amounts, final Cell bar, final String state, final String period) {
        final List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(service));
        cells.addAll(amounts);
        cells.addAll(List.of(bar, Cell.of(state), Cell.of(period)));
        return cells;
    }

    private static String text(final Optional<TimePeriod> period) {
        return period.map(TimeText::of).orElse("");
    }
}
