package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is killed again and again, with the carriers' intervals scaled down on both sides. */
class KilledSweepTest {

    private static final int SIMS_OF_A_CARRIER = 100;
    private static final int KILLS = 8;
    private static final int MOST_LINES_OF_A_RUN = 50;
    private static final int SOME_GONE = 7;
    private static final int KILLED = 128 + 9;
    private static final int UNAUTHORIZED = 401;
    private static final long SEED = 20_240_229;

    /** What the carriers enforce; what we keep to is longer, as the way to a carrier takes its time. */
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private static final SimulatorOptions OPTIONS =
            SimulatorOptions.seeded(SEED).withSims(SIMS_OF_A_CARRIER);

    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    Path folder;

    @Test
    void a_sweep_that_is_killed_anywhere_and_resumed_tells_what_a_clean_run_tells_and_asks_no_sim_too_soon()
            throws Exception {
        final Map<String, JsonNode> clean;
        try (Fleet unlimited = Fleet.start(OPTIONS.withoutLimits())) {
            clean = SweepLines.bySim(cleanRun(unlimited));
        }
        try (Fleet fleet = Fleet.start(OPTIONS.withLimit(new RateLimit(LimitScope.SIM, 1, INTERVAL))
                .withLimit(new RateLimit(LimitScope.ACCOUNT, 1000, Duration.ofSeconds(1)))
                .withLimit(new RateLimit(LimitScope.TOKEN_ENDPOINT, 1000, Duration.ofSeconds(1))))) {

            final Map<String, JsonNode> killed = SweepLines.bySim(killedRuns(fleet));

            assertThat(killed).isEqualTo(clean).hasSize(3 * SIMS_OF_A_CARRIER);
            assertThat(askedTooSoon(fleet.carrier("airalo"))).isEmpty();
            assertThat(askedTooSoon(fleet.carrier("pressone"))).isEmpty();
        }
    }

    private List<String> cleanRun(final Fleet fleet) throws Exception {
        final Path clean = Files.createDirectory(folder.resolve("clean"));
        fleet.configure(clean, carrier -> Map.of());
        final List<String> lines = new ArrayList<>();
        assertThat(run(clean, Integer.MAX_VALUE, lines)).isEqualTo(SOME_GONE);
        return lines;
    }

    /** The lines of all runs together. */
    private List<String> killedRuns(final Fleet fleet) throws Exception {
        final Path killed = Files.createDirectory(folder.resolve("killed"));
        fleet.configure(killed, KilledSweepTest::settings);
        final Random random = new Random(SEED);
        final List<String> lines = new ArrayList<>();
        int kills = 0;
        while (run(killed, kills < KILLS ? 1 + random.nextInt(MOST_LINES_OF_A_RUN) : Integer.MAX_VALUE, lines)
                == KILLED) {
            kills++;
        }
        // On a busy machine a kill comes late, and the sweep may be over before the last.
        assertThat(kills).isBetween(KILLS / 2, KILLS);
        assertThat(killed.resolve("sims.txt.sweep")).doesNotExist();
        return lines;
    }

    /** Onomondo has no interval for a SIM, and is asked two things about each. */
    private static Map<String, String> settings(final String carrier) {
        return carrier.equals("onomondo")
                ? Map.of("limit-account", "60/1s")
                : Map.of("limit-account", "60/1s", "limit-sim", "1/4s", "limit-token", "1000/1s");
    }

    /** Runs the sweep, or what is left of it, and kills it when it has printed so many lines. */
    private static int run(final Path folder, final int lastLine, final List<String> lines) throws Exception {
        final List<String> arguments = new ArrayList<>(List.of("sweep", "sims.txt"));
        if (Files.exists(folder.resolve("sims.txt.sweep"))) {
            arguments.add("--resume");
        }
        try (CommandProcess command = CommandProcess.start(folder, JVM, arguments)) {
            final int before = lines.size();
            command.readLines(line -> {
                lines.add(line);
                if (lines.size() - before == lastLine) {
                    command.kill();
                }
            });
            final int code = command.waitFor();
            assertThat(code).as(command.errors()).isIn(0, SOME_GONE, KILLED);
            return code;
        }
    }

    private static List<String> askedTooSoon(final SimulatedCarrier carrier) {
        final Map<String, Instant> last = new HashMap<>();
        final List<String> tooSoon = new ArrayList<>();
        for (final Ledger.Entry entry : carrier.ledger().entries()) {
            if (entry.purpose() == Purpose.USAGE && entry.status() != UNAUTHORIZED) {
                final Instant before = last.put(entry.sim().orElseThrow(), entry.time());
                if (before != null && entry.time().isBefore(before.plus(INTERVAL))) {
                    tooSoon.add(entry + ", asked before at " + before);
                }
            }
        }
        return tooSoon;
    }
}
