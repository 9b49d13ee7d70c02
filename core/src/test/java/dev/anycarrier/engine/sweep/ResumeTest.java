package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.sweep.SweepPlan.CheckpointPlace;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResumeTest {

    private static final int SIMS = 60;

    @TempDir
    private Path folder;

    private final List<SweepOutcome> outcomes = new ArrayList<>();

    @Test
    void killed_after_any_acknowledgement_and_resumed_it_gives_what_one_clean_run_gives() {
        for (int killedAfter = 0; killedAfter <= SIMS; killedAfter++) {
            outcomes.clear();
            final SweepPlan plan = plan("after-" + killedAfter);
            killed(plan, killedAfter);
            assertThat(outcomes).hasSize(killedAfter);

            final SweepProgress end = swept(plan).run(outcomes::add);

            assertThat(positions(outcomes)).isEqualTo(upTo(SIMS));
            assertThat(end.resumed()).isEqualTo(killedAfter);
            assertThat(end.ended()).isEqualTo(SIMS);
        }
    }

    @Test
    void killed_again_and_again_it_comes_to_its_end() {
        final SweepPlan plan = plan("again");
        for (int run = 0; run < SIMS / 7; run++) {
            killed(plan, 7);
        }
        swept(plan).run(outcomes::add);

        assertThat(positions(outcomes)).isEqualTo(upTo(SIMS));
    }

    @Test
    void an_outcome_that_the_sink_refused_comes_again() {
        final SweepPlan plan = plan("refused");
        final List<SweepOutcome> refused = new ArrayList<>();
        assertThatThrownBy(() -> swept(plan).run(outcome -> {
                    if (outcomes.size() == 20) {
                        refused.add(outcome);
                        throw new IllegalStateException("disk full");
                    }
                    outcomes.add(outcome);
                }))
                .hasMessage("disk full");

        swept(plan).run(outcomes::add);

        assertThat(positions(outcomes)).isEqualTo(upTo(SIMS));
        assertThat(outcomes.subList(20, SIMS))
                .extracting(SweepOutcome::position)
                .contains(refused.get(0).position());
    }

    @Test
    void a_stream_that_is_closed_gives_its_last_outcome_again() {
        final SweepPlan plan = plan("stream");
        try (Stream<SweepOutcome> stream = swept(plan).stream()) {
            stream.limit(10).forEach(outcomes::add);
        }
        final SweepProgress end = swept(plan).run(outcomes::add);

        assertThat(end.resumed()).isEqualTo(9);
        assertThat(outcomes).hasSize(SIMS + 1);
        assertThat(positions(outcomes).stream().distinct()).hasSize(SIMS);
    }

    @Test
    void what_was_cancelled_is_asked_when_it_is_resumed() {
        final SweepPlan plan = plan("cancelled");
        final SweepRun cancelled = swept(plan);
        cancelled.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 10) {
                cancelled.cancel();
            }
        });
        final long skipped = words(outcomes).getOrDefault("CANCELLED", 0L);
        assertThat(positions(outcomes)).isEqualTo(upTo(SIMS));

        final List<SweepOutcome> rest = new ArrayList<>();
        swept(plan).run(rest::add);

        assertThat(rest).hasSize((int) skipped);
        assertThat(words(rest)).doesNotContainKey("CANCELLED");
    }

    @Test
    void what_came_too_late_is_asked_when_it_is_resumed() {
        final ManualTime time = new ManualTime();
        final FakeAccount account = new FakeAccount("one", 1);
        account.answering(sim -> {
            time.advance(Duration.ofSeconds(1));
            return account.fresh(sim);
        });
        final SweepPlan plan = plan("late").withDeadline(Duration.ofSeconds(10));
        final Ports ports = Ports.system().withTime(time);

        for (int night = 1; night <= 3; night++) {
            outcomes.clear();
            run(sims(30, "one"), plan, ports, account).run(outcomes::add);
            assertThat(words(outcomes)).containsEntry("Fresh", 10L);
        }
        outcomes.clear();
        run(sims(30, "one"), plan, ports, account).run(outcomes::add);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void a_sim_whose_account_was_closed_under_it_is_asked_when_it_is_resumed() {
        final SweepPlan plan = plan("closed");
        run(sims(SIMS, "one"), plan, Ports.system(), new FakeAccount("one", 2).answering(sim -> {
                            throw Sweeps.failure(Kind.CANCELLED);
                        }))
                .run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("CANCELLED", (long) SIMS));

        outcomes.clear();
        run(sims(SIMS, "one"), plan, Ports.system(), new FakeAccount("one", 2)).run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", (long) SIMS));
    }

    @Test
    void a_complete_sweep_has_nothing_more_to_do() {
        final SweepPlan plan = plan("complete");
        swept(plan).run(outcomes::add);

        final FakeAccount account = new FakeAccount("one", 2);
        final SweepProgress again = run(sims(SIMS, "one", "two", "nowhere"), plan, Ports.system(), account, two())
                .run(outcomes::add);

        assertThat(outcomes).hasSize(SIMS);
        assertThat(account.asked).hasValue(0);
        assertThat(again.resumed()).isEqualTo(SIMS);
        assertThat(swept(plan).stream()).isEmpty();
    }

    @Test
    void a_checkpoint_of_another_input_is_refused_before_anything_is_asked() {
        final SweepPlan plan = plan("other");
        killed(plan, 3);
        final SweepPlan other = SweepPlan.defaults().withCheckpoint(new CheckpointPlace(folder.resolve("other"), "x"));

        assertThatThrownBy(() -> swept(other).run(outcomes::add)).isInstanceOf(InvalidStateException.class);
        assertThatThrownBy(() -> swept(other).stream()).isInstanceOf(InvalidStateException.class);
    }

    @Test
    void a_checkpoint_that_can_no_longer_be_written_ends_the_sweep() throws IOException {
        final Path place = Files.createDirectory(folder.resolve("place"));
        final CheckpointPlace file = new CheckpointPlace(place.resolve("file"), "input");
        final SweepRun run = run(
                sims(1_000_000, "one"),
                SweepPlan.defaults().withCheckpoint(file),
                Ports.system(),
                new FakeAccount("one", 2));
        final AtomicLong taken = new AtomicLong();

        // It is noticed at the latest when the grown file is to be rewritten.
        assertThatThrownBy(() -> run.run(outcome -> {
                    if (taken.incrementAndGet() == 1) {
                        remove(place);
                    }
                }))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("cannot be written");
        assertThat(run.progress().ended()).isLessThan(taken.get());
    }

    private static void remove(final Path place) {
        try (Stream<Path> files = Files.list(place)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(place);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killed(final SweepPlan plan, final int after) {
        final int until = outcomes.size() + after;
        try (Stream<SweepOutcome> stream = swept(plan).stream()) {
            final var each = stream.iterator();
            while (outcomes.size() < until && each.hasNext()) {
                outcomes.add(each.next());
            }
            // Asking for one more acknowledges the last, and that one more is not seen by anybody.
            assertThat(each.hasNext() || until == SIMS).isTrue();
        }
    }

    private SweepRun swept(final SweepPlan plan) {
        final Iterable<SimRef> input = sims(SIMS, "one", "two", "nowhere");
        return run(input, plan, Ports.system(), new FakeAccount("one", 3), two());
    }

    private static FakeAccount two() {
        return new FakeAccount("two", 1);
    }

    private SweepPlan plan(final String name) {
        return SweepPlan.defaults().withCheckpoint(new CheckpointPlace(folder.resolve(name), "input"));
    }
}
