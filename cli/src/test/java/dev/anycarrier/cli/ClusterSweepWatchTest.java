package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClusterSweepWatchTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Deque<Supplier<Optional<ClusterSweepProgress>>> looks = new ArrayDeque<>();
    private final List<ClusterSweepProgress> seen = new ArrayList<>();

    @Test
    void it_goes_on_until_the_sweep_has_ended() {
        looks.add(() -> Optional.of(progress(State.UNDER_WAY, 1)));
        looks.add(() -> Optional.of(progress(State.UNDER_WAY, 5)));
        looks.add(() -> Optional.of(progress(State.ENDED, 10)));

        assertThat(watch()).contains(progress(State.ENDED, 10));
        assertThat(seen).extracting(ClusterSweepProgress::done).containsExactly(1L, 5L, 10L);
    }

    @Test
    void a_database_that_is_away_is_waited_for_and_that_is_said_once() {
        looks.add(ClusterSweepWatchTest::away);
        looks.add(ClusterSweepWatchTest::away);
        looks.add(() -> Optional.of(progress(State.CANCELLED, 5)));

        assertThat(watch()).contains(progress(State.CANCELLED, 5));
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("the database is away", "it is waited for");
    }

    @Test
    void a_sweep_that_was_removed_is_not_waited_for() {
        looks.add(Optional::empty);

        assertThat(watch()).isEmpty();
    }

    @Test
    void an_interruption_ends_the_wait() {
        looks.add(() -> Optional.of(progress(State.UNDER_WAY, 1)));
        interrupted.countDown();

        assertThat(watch()).isEmpty();
        assertThat(seen).hasSize(1);
    }

    @Test
    void what_is_wrong_otherwise_is_not_waited_for() {
        looks.add(() -> {
            throw UsageException.of(UsageException.Kind.REJECTED_INPUT, "no").build();
        });

        assertThatThrownBy(this::watch).isInstanceOf(UsageException.class);
    }

    @Test
    void how_far_it_is_and_what_it_came_to_are_a_line_each() {
        final Instant now = Instant.EPOCH;
        assertThat(ClusterSweepText.counts(progress(State.UNDER_WAY, 5), now))
                .isEqualTo("7 of 10, 1 failed, 1 stale, 2.5/s, 2 nodes, ETA 30 s");
        assertThat(ClusterSweepText.summary(progress(State.CANCELLED, 5), 3))
                .isEqualTo("cancelled; 10 SIMs: 5 read, 1 stale, 1 failed, 3 bad lines, in 4 s");
    }

    private Optional<ClusterSweepProgress> watch() {
        final PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        final Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                err,
                err,
                false,
                false,
                Map.of(),
                Map.of(),
                Path.of(""),
                InstantSource.system());
        return new ClusterSweepWatch(surroundings, interrupted, 0)
                .untilEnd(() -> looks.removeFirst().get(), seen::add);
    }

    private static Optional<ClusterSweepProgress> away() {
        throw UsageException.unavailable(UnavailableCause.LOCAL, "the database is away")
                .build();
    }

    private static ClusterSweepProgress progress(final State state, final long done) {
        return new ClusterSweepProgress(
                "monday",
                state,
                10,
                done,
                1,
                1,
                0,
                2.5,
                Duration.ofSeconds(4),
                state == State.UNDER_WAY ? Optional.of(Instant.EPOCH.plusSeconds(30)) : Optional.empty(),
                List.of("left", "right"));
    }
}
