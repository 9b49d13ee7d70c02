package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.cli.output.ResultsJson;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.cli.output.TmForumJson;
import dev.anycarrier.cli.output.UsageTable;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "What SIMs have used and have left.",
            "",
            "  anycarrier usage airalo-eu:8944465400000217735",
            "  anycarrier usage airalo-eu:8944465400000217735 onomondo:000008790 --output json",
            "  anycarrier usage onomondo:000008790 --maximum-age 0 --deadline 10s",
            ""
        },
        description = {
            "",
            "A table has a row for each bucket and each counter: '?' is an amount the carrier does not tell, '–' is no"
                    + " such thing, and neither is 0. Data is in binary units (1 GiB = 1024 MiB).",
            "A value that is older than wanted, since no newer one could be had, says STALE in the column AGE.",
            "With several SIMs of which some fail the exit code is 7; if all fail, it is that of the first.",
            ""
        })
final class UsageCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FullIdsOption ids = new FullIdsOption();

    @Mixin
    private final FreshnessOptions freshness = new FreshnessOptions();

    @Parameters(
            paramLabel = "ACCOUNT:SIM",
            arity = "1..*",
            description = "The SIMs. One that is named twice is asked about once.")
    private List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. All but tables hold whole SIM ids;"
                    + " tmf677 is an array of the reports alone.")
    private UsageFormat output = UsageFormat.TABLE;

    @Option(
            names = "--deadline",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description =
                    "How long the answer about a SIM may take altogether (10s, 5m); 0 asks no carrier and gives what"
                            + " is known. Default: the account's.")
    private @Nullable Duration deadline;

    @Option(
            names = "--correlation-id",
            paramLabel = "ID",
            description = "What ties these questions to others in logs and errors; drawn if it is not given.")
    private @Nullable String correlationId;

    UsageCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        final List<SimRef> sims = SimArguments.parse(names);
        final CallOptions options = options();
        try (Anycarrier carriers = config.open(surroundings)) {
            accounts(sims).forEach(carriers::account);
            final List<Outcome> outcomes = new ConcurrentReading(carriers, options)
                    .read(sims, Progress.onTerminal(surroundings, "reading", sims.size()));
            print(outcomes);
            explain(outcomes);
            return exitCode(outcomes).code();
        }
    }

    private CallOptions options() {
        CallOptions options = freshness.in(CallOptions.defaults());
        if (deadline != null) {
            options = options.withDeadline(deadline);
        }
        try {
            return correlationId == null ? options : options.withCorrelationId(correlationId);
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private void print(final List<Outcome> outcomes) {
        if (output == UsageFormat.TMF677) {
            final List<UsageResult> read = outcomes.stream()
                    .filter(Outcome.Read.class::isInstance)
                    .map(outcome -> ((Outcome.Read) outcome).result())
                    .toList();
            surroundings.out().println(Json.document(TmForumJson.of(read)));
            return;
        }
        if (output == UsageFormat.JSON) {
            final ResultsJson json = new ResultsJson();
            for (final Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Read read) {
                    json.add(read.sim(), read.result());
                } else if (outcome instanceof Outcome.Failed failed) {
                    json.add(failed.sim(), failed.failure());
                }
            }
            surroundings.out().println(Json.document(json.json()));
            return;
        }
        final UsageTable table = new UsageTable();
        for (final Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Read read) {
                table.add(ids.text(read.sim()), read.result());
            } else if (outcome instanceof Outcome.Failed failed) {
                table.add(ids.text(failed.sim()), failed.failure());
            }
        }
        table.print(surroundings.out(), surroundings.colours());
    }

    private void explain(final List<Outcome> outcomes) {
        for (final Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Read read) {
                read.result()
                        .report()
                        .warnings()
                        .forEach(warning -> surroundings.say(Printable.of(
                                "anycarrier: " + read.sim() + ": " + warning.kind() + ": " + warning.detail())));
                if (read.result() instanceof UsageResult.Stale stale) {
                    surroundings.say(Printable.of("anycarrier: " + read.sim() + ": " + staleness(stale)));
                }
            } else if (outcome instanceof Outcome.Failed failed) {
                surroundings.say(Printable.of("anycarrier: " + failed.failure().getMessage()));
            }
        }
    }

    private static String staleness(final UsageResult.Stale stale) {
        return "STALE: the value is " + TimeText.of(stale.age()) + " old; "
                + stale.cause().map(cause -> String.valueOf(cause.getMessage())).orElse("the carrier has no newer one");
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
