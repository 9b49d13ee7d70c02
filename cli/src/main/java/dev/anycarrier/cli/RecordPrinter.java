package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Amount;
import dev.anycarrier.cli.output.AmountText;
import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.RecordCsv;
import dev.anycarrier.cli.output.RecordJson;
import dev.anycarrier.cli.output.RowPrinter;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.tmforum.Usages;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageRecord;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints records, or groups of them, one by one, and keeps nothing but their number and their sum. */
final class RecordPrinter {

    private static final int WIDTH_OF_ID = 22;

    private final PrintStream out;
    private final StreamFormat format;
    private final FullIdsOption ids;
    private final RowPrinter recordRows;
    private final RowPrinter groupRows;
    private final Map<Unit, Amount.Known> sums = new EnumMap<>(Unit.class);
    private long printed;

    RecordPrinter(final Surroundings surroundings, final StreamFormat format, final FullIdsOption ids) {
        this.out = surroundings.out();
        this.format = format;
        this.ids = ids;
        final int idWidth = ids.areFull() ? WIDTH_OF_ID : 0;
        this.recordRows = new RowPrinter(
                List.of(
                        Column.left("TIME").atLeast(20),
                        Column.left("SIM").atLeast(Math.max(9, idWidth)),
                        Column.left("ICCID").atLeast(Math.max(9, idWidth)),
                        Column.left("SERVICE"),
                        Column.right("USED").atLeast(12),
                        Column.left("COUNTRY"),
                        Column.left("NETWORK"),
                        Column.left("RAT").atLeast(5),
                        Column.left("RECORD")),
                out,
                surroundings.colours());
        this.groupRows = new RowPrinter(
                List.of(Column.left("HOUR").atLeast(20), Column.right("DATA").atLeast(12)),
                out,
                surroundings.colours());
    }

    void printRecordHeading() {
        printHeading(recordRows, RecordCsv.RECORD_HEADING);
    }

    void printGroupHeading() {
        printHeading(groupRows, RecordCsv.GROUP_HEADING);
    }

    void print(final UsageRecord usage) {
        count(Optional.of(usage.quantity()));
        switch (format) {
            case TABLE -> recordRows.print(cells(usage));
            case JSONL -> out.println(Json.line(RecordJson.of(usage)));
            case CSV -> out.println(RecordCsv.of(usage));
            case TMF635 -> out.println(Json.line(Usages.toJson(usage)));
        }
    }

    void print(final HourlyUsage group) {
        count(group.data());
        switch (format) {
            case TABLE ->
                groupRows.print(List.of(
                        Cell.of(group.hour().map(TimeText::of).orElse(AmountText.UNKNOWN)),
                        Cell.of(Amount.of(group.data()))));
            case JSONL -> out.println(Json.line(RecordJson.of(group)));
            case CSV -> out.println(RecordCsv.of(group));
            case TMF635 -> throw new IllegalArgumentException("a group of records is no usage of TMF635");
        }
    }

    /** How many were printed, and their sum. */
    String summary() {
        return printed
                + " printed"
                + sums.values().stream()
                        .map(sum -> ", " + AmountText.of(sum) + " (" + sum.amount() + " " + sum.unit() + ")")
                        .collect(Collectors.joining());
    }

    private void printHeading(final RowPrinter rows, final String csv) {
        switch (format) {
            case TABLE -> rows.printHeadings();
            case CSV -> out.println(csv);
            case JSONL, TMF635 -> {}
        }
    }

    private List<Cell> cells(final UsageRecord usage) {
        return List.of(
                Cell.of(TimeText.of(usage.time())),
                Cell.of(ids.text(usage.sim())),
                Cell.of(usage.iccid().map(ids::text).orElse("")),
                Cell.of(usage.service().name()),
                Cell.of(Amount.of(usage.quantity())),
                Cell.of(part(usage, Network::country)),
                Cell.of(usage.network().map(RecordPrinter::codes).orElse("")),
                Cell.of(part(usage, Network::radioAccessTechnology)),
                Cell.of(usage.id()));
    }

    private static String codes(final Network network) {
        return Stream.of(network.mobileCountryCode(), network.mobileNetworkCode())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("-"));
    }

    private static String part(final UsageRecord usage, final Function<Network, Optional<String>> part) {
        return usage.network().flatMap(part).orElse("");
    }

    private void count(final Optional<Quantity> quantity) {
        printed++;
        quantity.ifPresent(one -> sums.merge(one.unit(), Amount.of(one), Amount.Known::plus));
    }
}
