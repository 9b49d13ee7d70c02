package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.TruthJson;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Runs simulated carriers on loopback until it is interrupted.",
            "",
            "  anycarrier simulate > simulated.properties &",
            "  anycarrier simulate onomondo --sims 1000 --no-limits --list sims.txt > simulated.properties",
            "  anycarrier usage --config simulated.properties ACCOUNT:SIM",
            ""
        },
        description = {
            "",
            "It prints the settings that point at them, ready for --config, and as comments some of their SIMs with the"
                    + " truth about each.",
            ""
        })
final class SimulateCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "CARRIER",
            arity = "0..*",
            description = "The carriers; all that are known if none is named.")
    private List<String> carriers = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where the first carrier listens, each other one port higher; default any that is free.")
    private int port;

    @Option(names = "--seed", paramLabel = "N", description = "Draws the population; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--sims", paramLabel = "N", description = "How many SIMs a carrier has; default ${DEFAULT-VALUE}.")
    private int sims = 100;

    @Option(names = "--show", paramLabel = "N", description = "How many SIMs are shown; default ${DEFAULT-VALUE}.")
    private int shown = 10;

    @Option(
            names = "--no-limits",
            description = "Lift the carriers' request limits, on their side and in the settings that are printed.")
    private boolean withoutLimits;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "Write the whole truth as JSON, shaped as the commands' own. With - it goes to standard output,"
                            + " and the settings to standard error.")
    private @Nullable String truth;

    @Option(names = "--list", paramLabel = "FILE", description = "Write all SIMs, one a line, as 'sweep' reads them.")
    private @Nullable Path list;

    SimulateCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        final SimulatorOptions options = options();
        try (SimulatedCarriers simulated = SimulatedCarriers.start(simulators(), options)) {
            tellTruth(simulated);
            listSims(simulated);
            final PrintStream out = STANDARD_OUTPUT.equals(truth) ? surroundings.err() : surroundings.out();
            for (final SimulatedCarrier carrier : simulated.running()) {
                new SimulatedSettings(carrier, withoutLimits).print(out, shown);
            }
            out.flush();
            surroundings.say("anycarrier: " + simulated.running().size() + " simulated carriers are running, seed "
                    + seed + "; interrupt (Ctrl-C) to stop them");
            new CountDownLatch(1).await();
            return ExitCode.UNEXPECTED.code();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK.code();
        }
    }

    private SimulatorOptions options() {
        try {
            final SimulatorOptions options = new SimulatorOptions(seed, sims, port, true, surroundings.clock());
            return withoutLimits ? options.withoutLimits() : options;
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private List<CarrierSimulator> simulators() {
        try {
            return carriers.isEmpty()
                    ? Simulators.all()
                    : carriers.stream().distinct().map(Simulators::find).toList();
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private void tellTruth(final SimulatedCarriers simulated) throws IOException {
        if (truth == null) {
            return;
        }
        final String json = Json.document(TruthJson.of(simulated.running()));
        if (truth.equals(STANDARD_OUTPUT)) {
            surroundings.out().println(json);
            surroundings.out().flush();
        } else {
            Files.writeString(
                    surroundings.workingDirectory().resolve(truth),
                    json + System.lineSeparator(),
                    StandardCharsets.UTF_8);
        }
    }

    private void listSims(final SimulatedCarriers simulated) throws IOException {
        if (list == null) {
            return;
        }
        final List<String> lines = simulated.running().stream()
                .flatMap(carrier -> carrier.sims().stream()
                        .map(sim -> carrier.carrier() + ":" + sim.sim().value()))
                .toList();
        Files.write(surroundings.workingDirectory().resolve(list), lines);
    }
}
