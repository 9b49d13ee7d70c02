package dev.anycarrier.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line's own simulated carrier in another process, and settings that point at it. */
final class SimulatedCarrier implements AutoCloseable {

    private static final String CARRIER = "airalo";
    private static final int SIMS = 100;
    private static final Pattern ACTIVE = Pattern.compile("#\\s+(" + CARRIER + ":\\d+)\\s+ACTIVE\\s.*");

    private final Process process;
    private final Path settings;
    private final List<String> sims;

    private SimulatedCarrier(final Process process, final Path settings, final List<String> sims) {
        this.process = process;
        this.settings = settings;
        this.sims = List.copyOf(sims);
    }

    static SimulatedCarrier start(final Program program, final TemporaryFolder folder) throws IOException {
        final String sims = Integer.toString(SIMS);
        final Process process = program.process("simulate", CARRIER, "--no-limits", "--sims", sims, "--show", sims)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final List<String> said = new ArrayList<>();
        final BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            said.add(line);
        }
        final List<String> active = said.stream()
                .map(ACTIVE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
        if (active.isEmpty()) {
            process.destroyForcibly();
            throw new IllegalStateException("no carrier could be simulated: " + said);
        }
        return new SimulatedCarrier(process, Files.write(folder.file("carriers.properties"), said), active);
    }

    /** The settings file of the account. */
    Path settings() {
        return settings;
    }

    /** Its active SIMs, as the command line takes them. */
    List<String> sims() {
        return sims;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
