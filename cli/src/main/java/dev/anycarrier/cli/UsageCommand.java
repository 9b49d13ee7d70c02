package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.cli.output.ResultsJson;
import dev.anycarrier.cli.output.UsageTable;
import dev.anycarrier.usage.SimRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "What SIMs have used and have left.",
            "A table has a row for each bucket and each counter: '?' is an amount the carrier does not tell, '–' is no"
                    + " such thing, and neither is 0. Data is in binary units (1 GiB = 1024 MiB).",
            "With several SIMs of which some fail the exit code is 7; if all fail, it is that of the first."
        })
final class UsageCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FullIdsOption ids = new FullIdsOption();

    @Parameters(
            paramLabel = "ACCOUNT:SIM",
            arity = "1..*",
            description = "The SIMs. One that is named twice is asked about once.")
    private List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. JSON always holds whole SIM ids.")
    private DocumentFormat output = DocumentFormat.TABLE;

    UsageCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        final List<SimRef> sims = SimArguments.parse(names);
        try (Anycarrier carriers = config.open(surroundings)) {
            accounts(sims).forEach(carriers::account);
            final List<Outcome> outcomes =
                    new SimSweep(carriers).read(sims, Progress.onTerminal(surroundings, "reading", sims.size()));
            print(outcomes);
            explain(outcomes);
            return exitCode(outcomes).code();
        }
    }

    private void print(final List<Outcome> outcomes) {
        if (output == DocumentFormat.JSON) {
            final ResultsJson json = new ResultsJson();
            for (final Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Read read) {
                    json.add(read.sim(), read.report());
                } else if (outcome instanceof Outcome.Failed failed) {
                    json.add(failed.sim(), failed.failure());
                }
            }
            surroundings.out().println(Json.document(json.json()));
            return;
        }
        final UsageTable table = new UsageTable(surroundings.clock().instant());
        for (final Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Read read) {
                table.add(ids.text(read.sim()), read.report());
            } else if (outcome instanceof Outcome.Failed failed) {
                table.add(ids.text(failed.sim()), failed.failure());
            }
        }
        table.print(surroundings.out(), surroundings.colours());
    }

    private void explain(final List<Outcome> outcomes) {
        for (final Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Read read) {
                read.report()
                        .warnings()
                        .forEach(warning -> surroundings.say(Printable.of(
                                "anycarrier: " + read.sim() + ": " + warning.kind() + ": " + warning.detail())));
            } else if (outcome instanceof Outcome.Failed failed) {
                surroundings.say(Printable.of("anycarrier: " + failed.failure().getMessage()));
            }
        }
    }

    private static Set<String> accounts(final List<SimRef> sims) {
        final Set<String> accounts = new LinkedHashSet<>();
        sims.forEach(sim -> accounts.add(sim.account()));
        return accounts;
    }

    private static ExitCode exitCode(final List<Outcome> outcomes) {
        final List<Outcome.Failed> failed = outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .toList();
        if (failed.isEmpty()) {
            return ExitCode.OK;
        }
        return failed.size() < outcomes.size()
                ? ExitCode.PARTIAL
                : ExitCode.of(failed.get(0).failure().kind());
    }
}
