package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.simulation.schedule.SimulatedProcess;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.testkit.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep's checkpoint is worth. */
class ResumeFaultTest {

    private static final int SIMS = 12;

    @TempDir
    private Path folder;

    @Test
    @Fault("SWP-03")
    void killed_after_any_checkpoint_and_resumed_it_gives_what_one_clean_run_gives() {
        for (int killedAfter = 0; killedAfter <= SIMS; killedAfter++) {
            final int whole = killedAfter;
            Scene.play(1, scene -> {
                final List<Long> positions = new ArrayList<>();
                final Path checkpoint = killed(scene, whole, positions, false);
                assertThat(positions).hasSize(whole);
                final SweepProgress end = resumed(scene, checkpoint, positions);
                assertThat(positions).containsExactlyInAnyOrderElementsOf(all());
                assertThat(end.resumed()).isEqualTo(whole);
                assertThat(end.ended()).isEqualTo(SIMS);
            });
        }
    }

    @Test
    @Fault({"SWP-03", "SWP-10"})
    void killed_between_an_outcome_and_its_checkpoint_it_gives_that_one_again_and_misses_none() {
        Scene.play(1, scene -> {
            final List<Long> positions = new ArrayList<>();
            final Path checkpoint = killed(scene, 5, positions, true);
            assertThat(positions).hasSize(6);
            resumed(scene, checkpoint, positions);
            assertThat(positions).hasSize(SIMS + 1).containsAll(all());
        });
    }

    @Test
    @Fault("SWP-10")
    void an_outcome_that_the_sink_refused_comes_again() {
        Scene.play(1, scene -> {
            final Path checkpoint = folder.resolve("refused");
            final List<Long> positions = new ArrayList<>();
            final Anycarrier carriers = scene.open("airalo");
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS)).checkpoint(checkpoint, "sims")) {
                assertThatThrownBy(() -> sweep.run(outcome -> {
                            if (positions.size() == 5) {
                                throw new IllegalStateException("no room");
                            }
                            positions.add(outcome.position());
                        }))
                        .hasMessage("no room");
            }
            resumed(scene, checkpoint, positions);
            assertThat(positions).containsExactlyInAnyOrderElementsOf(all());
        });
    }

    @Test
    @Fault("SWP-04")
    void a_damaged_or_foreign_checkpoint_is_refused_before_anything_is_asked_and_left_as_it_is() throws IOException {
        final Path checkpoint = folder.resolve("whole");
        Scene.play(1, scene -> resumed(scene, checkpoint, new ArrayList<>()));
        final byte[] whole = Files.readAllBytes(checkpoint);
        for (int at = 0; at < whole.length; at += 7) {
            final byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(checkpoint, damaged);
            Scene.play(1, scene -> {
                assertThatThrownBy(() -> resumed(scene, checkpoint, new ArrayList<>()))
                        .isInstanceOf(InvalidStateException.class)
                        .hasMessageContaining("whole");
                assertThat(scene.received()).isEmpty();
            });
            assertThat(Files.readAllBytes(checkpoint)).isEqualTo(damaged);
        }
        Files.write(checkpoint, whole);
        Scene.play(1, scene -> {
            final Anycarrier carriers = scene.open("airalo");
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS)).checkpoint(checkpoint, "other sims")) {
                assertThatThrownBy(() -> sweep.run(outcome -> {})).isInstanceOf(InvalidStateException.class);
            }
            assertThat(scene.received()).isEmpty();
        });
    }

    @Test
    @Fault("SWP-04")
    void a_checkpoint_that_ends_in_the_middle_of_a_line_asks_again_about_what_that_line_told() throws IOException {
        final Path checkpoint = folder.resolve("torn");
        final List<Long> first = new ArrayList<>();
        Scene.play(1, scene -> Files.exists(killed(scene, 5, first, false, checkpoint)));
        final byte[] whole = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(whole, whole.length - 3));
        Scene.play(1, scene -> {
            final List<Long> second = new ArrayList<>();
            final SweepProgress end = resumed(scene, checkpoint, second);
            assertThat(end.resumed()).isEqualTo(4);
            assertThat(second).hasSize(SIMS - 4).doesNotHaveDuplicates();
            second.addAll(first);
            assertThat(second).containsAll(all());
        });
    }

    @Test
    @Fault("SWP-04")
    void a_checkpoint_that_cannot_be_written_is_said_before_anything_is_asked() {
        Scene.play(1, scene -> {
            final Path nowhere = folder.resolve("no such folder").resolve("checkpoint");
            assertThatThrownBy(() -> resumed(scene, nowhere, new ArrayList<>()))
                    .isInstanceOf(InvalidStateException.class);
            assertThat(scene.received()).isEmpty();
        });
    }

    /** A sweep whose process dies when so many outcomes are acknowledged; the lock that it left is not waited for. */
    private Path killed(
            final Scene scene, final int acknowledged, final List<Long> positions, final boolean takesOneMore) {
        return killed(
                scene, acknowledged, positions, takesOneMore, folder.resolve("copy-" + acknowledged + takesOneMore));
    }

    private Path killed(
            final Scene scene,
            final int acknowledged,
            final List<Long> positions,
            final boolean takesOneMore,
            final Path copy) {
        final Path checkpoint = folder.resolve("killed-" + acknowledged + takesOneMore + copy.getFileName());
        final List<SweepOutcome> stuck = new ArrayList<>();
        final SimulatedProcess process = scene.simulation().startProcess("first", () -> {
            final Anycarrier carriers = scene.open("airalo");
            final Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS)).checkpoint(checkpoint, "sims");
            sweep.run(outcome -> {
                if (positions.size() == acknowledged) {
                    if (takesOneMore) {
                        positions.add(outcome.position());
                    }
                    stuck.add(outcome);
                    scene.pass(Duration.ofDays(1));
                }
                positions.add(outcome.position());
            });
        });
        scene.pass(Duration.ofMinutes(1));
        assertThat(stuck).hasSize(acknowledged < SIMS ? 1 : 0);
        process.kill();
        try {
            return Files.copy(checkpoint, copy);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SweepProgress resumed(final Scene scene, final Path checkpoint, final List<Long> positions) {
        final Anycarrier carriers = scene.open("airalo");
        try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS)).checkpoint(checkpoint, "sims")) {
            return sweep.run(outcome -> positions.add(outcome.position()));
        }
    }

    private static List<Long> all() {
        return LongStream.range(0, SIMS).boxed().toList();
    }
}
