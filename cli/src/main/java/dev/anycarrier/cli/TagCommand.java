package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.cli.output.Amount;
import dev.anycarrier.cli.output.Cell;
import dev.anycarrier.cli.output.Column;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.ResultsJson;
import dev.anycarrier.cli.output.Table;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.TagTotal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "What all SIMs with a tag have used together.",
            "",
            "  anycarrier tag onomondo 34327de7-b73d-49fd-a0fd-89857631a5c0",
            "  anycarrier tag onomondo 34327de7-b73d-49fd-a0fd-89857631a5c0 --output json",
            ""
        },
        description = {
            "",
            "Where a carrier does not publish what its answer looks like, '?' is what could not be recognised in it;"
                    + " JSON holds the answer as it was sent.",
            ""
        })
final class TagCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The account.")
    private String account = "";

    @Parameters(index = "1", paramLabel = "TAG", description = "The carrier's identifier of the tag.")
    private String tag = "";

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DocumentFormat output = DocumentFormat.TABLE;

    TagCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Anycarrier carriers = config.open(surroundings)) {
            final CarrierAccount asked = carriers.account(account);
            try {
                print(asked.tagTotal(tag));
            } catch (final UsageException failure) {
                if (output == DocumentFormat.JSON) {
                    surroundings.out().println(Json.document(ResultsJson.of(account, tag, failure)));
                }
                throw failure;
            }
            return ExitCode.OK.code();
        }
    }

    private void print(final TagTotal total) {
        if (output == DocumentFormat.JSON) {
            surroundings.out().println(Json.document(ResultsJson.of(account, tag, total)));
            return;
        }
        final Table table = new Table(List.of(Column.left("TAG"), Column.right("DATA"), Column.left("PERIOD")));
        table.add(List.of(
                Cell.of(tag),
                Cell.of(Amount.of(total.data())),
                Cell.of(total.period().map(TimeText::of).orElse(""))));
        table.print(surroundings.out(), surroundings.colours());
    }
}
