package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.Conformance;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.live.LiveConformance;
import dev.anycarrier.testkit.conformance.report.MatrixPage;
import dev.anycarrier.testkit.conformance.report.ReportFiles;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Tries a provider by every rule of the conformance kit, against its simulated carrier.",
            "",
            "  anycarrier conformance airalo --report report",
            "  anycarrier conformance acme --plugin acme.jar --plugin acme-simulator.jar",
            "  anycarrier conformance airalo --live airalo-eu:8944465400000217735",
            ""
        },
        description = {
            "",
            "With --live it asks a configured account instead, by the rules that only read, once for each SIM, and"
                    + " compares what the real carrier answers with the simulated one.",
            "The exit code is 8 if a provider does not conform, or if that could not be found out.",
            ""
        })
final class ConformanceCommand implements Callable<Integer> {

    private static final int LINES_WITHOUT_TERMINAL = 1;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "CARRIER", arity = "1..*", description = "The carriers whose providers are tried.")
    private List<String> carriers = List.of();

    @Mixin
    private final PluginOption plugins = new PluginOption();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--seed", paramLabel = "N", description = "Draws the populations; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write the report of each carrier there, as a page, JSON and JUnit XML, and a page over all.")
    private @Nullable Path report;

    @Option(
            names = "--live",
            paramLabel = "ACCOUNT:SIM",
            description = "Ask a configured account about this SIM of it; may be given again, with one CARRIER.")
    private List<String> live = List.of();

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. JSON is a document for each carrier.")
    private DocumentFormat output = DocumentFormat.TABLE;

    ConformanceCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        final List<SimRef> sims = SimArguments.parse(live);
        if (sims.stream().map(SimRef::account).distinct().count() > 1 || (!sims.isEmpty() && carriers.size() > 1)) {
            throw new UsageError("a live run is about one carrier, and SIMs of one account");
        }
        boolean conformant = true;
        try (URLClassLoader loader = plugins.open(surroundings)) {
            for (final String carrier : carriers) {
                final ConformanceReport tried = tried(loader, carrier, sims);
                print(tried);
                write(tried);
                conformant &= tried.verdict() == Verdict.CONFORMANT || tried.verdict() == Verdict.WITH_DEVIATIONS;
            }
        }
        return (conformant ? ExitCode.OK : ExitCode.NOT_CONFORMANT).code();
    }

    private ConformanceReport tried(final ClassLoader loader, final String carrier, final List<SimRef> sims) {
        final UsageProviderFactory factory = PluginOption.factory(loader, carrier);
        final CarrierSimulator simulator = PluginOption.simulator(loader, carrier);
        if (sims.isEmpty()) {
            final ProgressLine progress = new ProgressLine(surroundings, carrier, LINES_WITHOUT_TERMINAL);
            final Counting counting = new Counting(
                    progress, new Estimate(surroundings.clock()), Rules.all().size());
            final ConformanceReport tried =
                    Conformance.of(factory, simulator, seed).run(command(carrier), counting);
            progress.end();
            return tried;
        }
        final String account = sims.get(0).account();
        return LiveConformance.of(
                        factory,
                        simulator,
                        () -> config.builder(surroundings).classLoader(loader),
                        account,
                        sims.stream().map(SimRef::sim).toList())
                .run(seed, command(carrier), result -> {});
    }

    private void print(final ConformanceReport tried) {
        if (output == DocumentFormat.JSON) {
            surroundings.out().println(ReportFiles.jsonOf(tried).strip());
        } else {
            new ConformanceText(surroundings).print(tried);
        }
    }

    private void write(final ConformanceReport tried) throws IOException {
        if (report == null) {
            return;
        }
        final Path directory = surroundings.workingDirectory().resolve(report);
        final Path page = ReportFiles.write(tried, directory).page();
        MatrixPage.write(directory);
        surroundings.say("anycarrier: the report is " + page);
    }

    /** What does it all again. Identifiers of SIMs are left to the caller: a report is handed on. */
    private String command(final String carrier) {
        final List<String> words = new ArrayList<>(List.of("anycarrier conformance", carrier));
        words.addAll(plugins.arguments());
        words.add("--seed " + seed);
        if (!live.isEmpty()) {
            words.add("--live ACCOUNT:SIM");
        }
        return String.join(" ", words);
    }

    /** Shows how many rules have been tried. */
    private static final class Counting implements Consumer<RuleResult> {

        private final ProgressLine line;
        private final Estimate estimate;
        private final int total;
        private int tried;
        private int broken;

        Counting(final ProgressLine line, final Estimate estimate, final int total) {
            this.line = line;
            this.estimate = estimate;
            this.total = total;
        }

        @Override
        public void accept(final RuleResult result) {
            tried++;
            broken += ConformanceText.isBroken(result) ? 1 : 0;
            line.show(
                    tried,
                    total,
                    tried + " of " + total + " rules, " + broken + " broken" + estimate.text(tried, total));
        }
    }
}
