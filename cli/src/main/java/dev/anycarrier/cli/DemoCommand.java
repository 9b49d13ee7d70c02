package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Shows it working without any account: reads simulated carriers, and compares with their own books.",
            "",
            "  anycarrier demo",
            "  anycarrier demo --seed 7 --sims 1000",
            "  anycarrier demo --all --full-ids",
            ""
        },
        description = {
            "",
            "The table has a row for each SIM. LEFT and TOTAL say 'unlimited' where there is no limit, '?' where the"
                    + " carrier does not tell, and '–' where there is no such bucket. METERED is what the carrier counted"
                    + " in this month, whatever was granted. u/l/t is used/left/total: voice in minutes, text in"
                    + " messages. EXPIRY is the day (UTC) on which the first bucket ends; AGE is how old the figures may"
                    + " be. Data is in binary units (1 GiB = 1024 MiB).",
            "",
            "The carriers have SIMs that are gone, and are asked for one that they never had: such failures are part of"
                    + " the picture. The exit code is 0 if every outcome equals the truth, else 1.",
            ""
        })
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final FullIdsOption ids = new FullIdsOption();

    @Option(names = "--seed", paramLabel = "N", description = "Draws the SIMs; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--sims", paramLabel = "N", description = "How many SIMs a carrier has; default ${DEFAULT-VALUE}.")
    private int sims = 100;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "How many SIMs of each carrier are shown; default ${DEFAULT-VALUE}. Sums hold all.")
    private int rows = 20;

    @Option(names = "--all", description = "Show every SIM.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. JSON holds every SIM, and whole SIM ids.")
    private DocumentFormat output = DocumentFormat.TABLE;

    DemoCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (sims < 1 || rows < 0) {
            throw new UsageError("--sims is at least 1, and --rows at least 0");
        }
        final SimulatorOptions options = SimulatorOptions.seeded(seed)
                .withSims(sims)
                .withClock(surroundings.clock())
                .withoutLimits();
        try (SimulatedCarriers simulated = SimulatedCarriers.start(Simulators.all(), options);
                Anycarrier carriers = open(simulated)) {
            announce(carriers);
            final DemoReport report = new DemoReport(surroundings, read(DemoSim.of(simulated.running()), carriers));
            if (output == DocumentFormat.JSON) {
                return (report.printJson(carriers) ? ExitCode.OK : ExitCode.UNEXPECTED).code();
            }
            report.printSims(all ? Integer.MAX_VALUE : rows, ids);
            report.printSums(carriers);
            report.printNotes();
            return (report.printVerdict() ? ExitCode.OK : ExitCode.UNEXPECTED).code();
        }
    }

    /** With nothing but the settings of the simulated carriers: a real account is never asked. */
    private static Anycarrier open(final SimulatedCarriers simulated) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        simulated.settings(true).forEach(settings::set);
        return Anycarrier.builder().settings(settings.build()).build();
    }

    private void announce(final Anycarrier carriers) {
        surroundings.say("anycarrier: simulated carriers, seed " + seed + ": "
                + carriers.accounts().values().stream()
                        .map(account -> account.name() + " (provider " + account.provider() + ")")
                        .collect(Collectors.joining(", ")));
        surroundings.say("anycarrier: request limits are lifted on both sides; against real carriers they hold");
    }

    private List<DemoResult> read(final List<DemoSim> asked, final Anycarrier carriers) throws InterruptedException {
        final List<Outcome> outcomes = new ConcurrentReading(carriers, CallOptions.defaults())
                .read(
                        asked.stream().map(DemoSim::ref).toList(),
                        Progress.of(surroundings, "anycarrier: reading", asked.size()));
        final List<DemoResult> results = new ArrayList<>(asked.size());
        for (int index = 0; index < asked.size(); index++) {
            results.add(new DemoResult(asked.get(index), outcomes.get(index)));
        }
        return results;
    }
}
