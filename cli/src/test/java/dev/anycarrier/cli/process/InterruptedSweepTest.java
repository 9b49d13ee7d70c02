package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.SimulatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is asked to end, as by Ctrl-C or a service manager. */
class InterruptedSweepTest {

    private static final int TERMINATED = 128 + 15;
    private static final int SIMS_OF_A_CARRIER = 40;

    @TempDir
    Path folder;

    @Test
    void it_says_how_to_go_on_and_nothing_that_was_printed_comes_again() throws Exception {
        try (Fleet fleet = Fleet.start(
                SimulatorOptions.seeded(3).withSims(SIMS_OF_A_CARRIER).withoutLimits())) {
            fleet.configure(folder, carrier -> Map.of("limit-account", "20/1s", "limit-sim", "1000/1s"));
            final List<String> lines = new ArrayList<>();
            try (CommandProcess command = CommandProcess.start(folder, List.of(), List.of("sweep", "sims.txt"))) {
                command.readLines(line -> {
                    lines.add(line);
                    if (lines.size() == 10) {
                        command.interrupt();
                    }
                });
                assertThat(command.waitFor()).isEqualTo(TERMINATED);
                assertThat(command.errors())
                        .containsPattern("interrupted after \\d+ SIMs; to go on, repeat the command with --resume")
                        .doesNotContain("CANCELLED");
            }
            final int before = lines.size();
            assertThat(before).isLessThan(3 * SIMS_OF_A_CARRIER);
            try (CommandProcess command =
                    CommandProcess.start(folder, List.of(), List.of("sweep", "sims.txt", "--resume"))) {
                command.readLines(lines::add);
                assertThat(command.waitFor()).as(command.errors()).isIn(0, 7);
                assertThat(command.errors()).contains("120 SIMs, " + before + " of them before: ");
            }
            assertThat(lines).hasSize(3 * SIMS_OF_A_CARRIER);
            assertThat(SweepLines.bySim(lines)).hasSize(3 * SIMS_OF_A_CARRIER);
        }
    }
}
