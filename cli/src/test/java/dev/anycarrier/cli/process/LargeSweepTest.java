package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real sweep over loopback, request limits raised on both sides, in a heap that could not hold what it reads: of each
 * account no more than ten thousand last values are kept.
 */
@Tag("heavy")
class LargeSweepTest {

    private static final int SIMS_OF_A_CARRIER = 33_334;
    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause Full.*->([0-9]+)M");
    private static final Pattern SIM = Pattern.compile("\\{\"account\":\"([a-z]+)\",\"sim\":\"([0-9]+)\",.*");
    private static final List<String> SMALL_HEAP = List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-Xlog:gc:file=gc.log",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Xlog:gc:file=gc.log",
            "-XX:+ExitOnOutOfMemoryError");

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_sims_are_swept_in_64_megabytes() throws Exception {
        try (Fleet fleet = Fleet.start(SimulatorOptions.seeded(1)
                .withSims(SIMS_OF_A_CARRIER)
                .withLimit(raised(LimitScope.ACCOUNT))
                .withLimit(raised(LimitScope.SIM)))) {
            fleet.configure(
                    folder,
                    carrier -> Map.of("limit-account", "1000000/1s", "limit-sim", "1/1ms", "cached-sims", "10000"));
            final Set<String> seen = new HashSet<>();
            try (CommandProcess command = CommandProcess.start(folder, SMALL_HEAP, List.of("sweep", "sims.txt"))) {
                command.readLines(line -> {
                    final Matcher sim = SIM.matcher(line);
                    assertThat(sim.matches()).as(line).isTrue();
                    assertThat(seen.add(sim.group(1) + ":" + sim.group(2))).isTrue();
                });

                assertThat(command.waitFor()).as(command.errors()).isEqualTo(7);
                System.out.println(command.errors() + "heap after a full collection: at most " + peakHeap() + " MB");
            }
            assertThat(seen).hasSize(3 * SIMS_OF_A_CARRIER);
        }
    }

    private int peakHeap() throws IOException {
        return Files.readAllLines(folder.resolve("gc.log")).stream()
                .map(AFTER_COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToInt(heap -> Integer.parseInt(heap.group(1)))
                .max()
                .orElse(0);
    }

    private static RateLimit raised(final LimitScope scope) {
        return new RateLimit(scope, 1_000_000, Duration.ofSeconds(1));
    }
}
