package dev.anycarrier.cli;

import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Does what most runs do, on simulated carriers and without a trace: while the launcher records what a run needs, so that
 * the JVM finds it ready the next time.
 */
final class Training {

    private static final int SIMS = 4;

    private final Path folder;

    private Training(final Path folder) {
        this.folder = folder;
    }

    /** Runs it in a folder that is there, and is left with a few files in it. */
    public static void main(final String... arguments) throws IOException {
        new Training(Path.of(arguments[0]).toAbsolutePath()).run();
    }

    private void run() throws IOException {
        command("--version");
        final SimulatorOptions options = new SimulatorOptions(1, SIMS, 0, true, InstantSource.system()).withoutLimits();
        try (SimulatedCarriers simulated = SimulatedCarriers.start(Simulators.all(), options)) {
            final Path settings = folder.resolve("carriers.properties");
            try (PrintStream file = new PrintStream(Files.newOutputStream(settings), true, StandardCharsets.UTF_8)) {
                simulated.running().forEach(carrier -> new SimulatedSettings(carrier, true).print(file, 0));
            }
            for (final SimulatedCarrier carrier : simulated.running()) {
                final String sim =
                        carrier.carrier() + ":" + carrier.sims().get(0).sim().value();
                command(
                        "usage",
                        "--config",
                        settings.toString(),
                        "--state",
                        folder.resolve("state").toString(),
                        sim);
            }
        }
    }

    private void command(final String... arguments) {
        final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        final Surroundings here = Surroundings.system();
        final int code = Main.run(
                new Surroundings(here.in(), nowhere, nowhere, false, false, Map.of(), Map.of(), folder, here.clock()),
                arguments);
        if (code != ExitCode.OK.code()) {
            throw new IllegalStateException(arguments[0] + " ended with " + code);
        }
    }
}
