package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.SimRef;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("cluster")
class LaneTableTest {

    private static PostgresServer server;

    private final Database database = database();
    private final LaneTable lanes = new LaneTable(database);
    private final OutcomeCodec codec = new OutcomeCodec();

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_user_that_the_database_refuses_is_told_which_settings_to_look_at() {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl().replace("user=" + PostgresServer.USER, "user=nobody"));

        final UsageException refused = catchThrowableOfType(
                UsageException.class, () -> new Database(source).call(connection -> connection.getSchema()));

        assertThat(refused)
                .hasMessageContaining("refuses the user or the password; look at cluster.jdbc-user")
                .hasMessageContaining("SQL state 28");
        assertThat(refused.retryable()).isFalse();
    }

    @Test
    void only_the_last_claim_keeps_anything() {
        plan(10, 5, 1);
        pick(1, 2);
        final Claim first = lanes.claim(1, 2).orElseThrow();
        final Chunk chunk = lanes.nextChunk(first).orElseThrow();
        assertThat(lanes.keep(first, chunk.id(), List.of(duplicate(chunk, 0), duplicate(chunk, 1))))
                .isTrue();

        pick(1, 4);
        final Claim second = lanes.claim(1, 4).orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(lanes.nextChunk(second).orElseThrow().open()).hasSize(3);
        assertThat(lanes.keep(first, chunk.id(), List.of(duplicate(chunk, 2)))).isFalse();
        assertThat(lanes.pass(first, chunk, true)).isFalse();
        assertThat(lanes.nextChunk(second).orElseThrow().open()).hasSize(3);
        assertThat(lanes.pass(second, chunk, true)).isTrue();
        assertThat(lanes.nextChunk(second).orElseThrow().id()).isNotEqualTo(chunk.id());
    }

    @Test
    void what_is_kept_stays_and_counts_once() {
        plan(3, 5, 1);
        pick(1, 2);
        final Claim claim = lanes.claim(1, 2).orElseThrow();
        final Chunk chunk = lanes.nextChunk(claim).orElseThrow();
        final SimRef sim = chunk.open().get(0).sim();

        assertThat(lanes.keep(claim, chunk.id(), List.of(duplicate(chunk, 0)))).isTrue();
        final KeptOutcome other = codec.write(0, new Skipped(sim, 0, Reason.UNKNOWN_ACCOUNT));
        assertThat(lanes.keep(claim, chunk.id(), List.of(other, duplicate(chunk, 1))))
                .isTrue();

        assertThat(new ProgressReading(database).read("plan").orElseThrow().skipped())
                .isEqualTo(2);
        assertThat(OutcomeReading.of(database, 1))
                .extracting(SweepOutcome::sim, outcome -> ((Skipped) outcome).reason())
                .contains(tuple(sim, Reason.DUPLICATE));
    }

    @Test
    void a_task_that_was_picked_again_since_claims_nothing() {
        plan(3, 5, 1);
        pick(1, 4);
        assertThat(lanes.claim(1, 2)).isEmpty();
        assertThat(lanes.claim(1, 4)).isPresent();
    }

    @Test
    void nobody_claims_a_lane_of_a_cancelled_or_forgotten_sweep() {
        plan(3, 5, 1);
        pick(1, 2);
        final Claim claim = lanes.claim(1, 2).orElseThrow();
        final Chunk chunk = lanes.nextChunk(claim).orElseThrow();
        new SweepTable(database).cancel("plan");
        assertThat(lanes.keep(claim, chunk.id(), List.of(duplicate(chunk, 0)))).isFalse();
        assertThat(lanes.claim(1, 2)).isEmpty();
        new SweepTable(database).forget("plan");
        assertThat(lanes.claim(1, 2)).isEmpty();
        assertThat(lanes.nextChunk(claim)).isEqualTo(Optional.empty());
    }

    @Test
    void chunks_are_dealt_out_to_lanes_in_turn_and_hold_each_sim_once() {
        plan(23, 5, 2);
        pick(1, 2);
        pick(2, 2);
        assertThat(positions(lanes.claim(1, 2).orElseThrow()))
                .containsExactly(List.of(0L, 2L, 4L, 6L, 8L), List.of(20L, 22L, 24L, 26L, 28L), List.of(40L, 42L, 44L));
        assertThat(positions(lanes.claim(2, 2).orElseThrow()))
                .containsExactly(List.of(10L, 12L, 14L, 16L, 18L), List.of(30L, 32L, 34L, 36L, 38L));
        assertThat(new ProgressReading(database).read("plan").orElseThrow().state())
                .isEqualTo(State.ENDED);
    }

    @Test
    void a_chunk_that_is_left_open_is_come_back_to_after_the_others() {
        plan(15, 5, 1);
        pick(1, 2);
        final Claim claim = lanes.claim(1, 2).orElseThrow();
        final Chunk first = lanes.nextChunk(claim).orElseThrow();
        lanes.pass(claim, first, false);
        final Chunk second = lanes.nextChunk(claim).orElseThrow();
        lanes.pass(claim, second, true);
        final Chunk third = lanes.nextChunk(claim).orElseThrow();
        lanes.pass(claim, third, true);
        assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
        assertThat(lanes.nextChunk(claim)).isEqualTo(Optional.of(first));
        lanes.pass(claim, first, true);
        assertThat(lanes.nextChunk(claim)).isEmpty();
    }

    private List<List<Long>> positions(final Claim claim) {
        final List<List<Long>> positions = new ArrayList<>();
        for (Optional<Chunk> next = lanes.nextChunk(claim); next.isPresent(); next = lanes.nextChunk(claim)) {
            positions.add(next.get().open().stream().map(PlacedSim::position).toList());
            lanes.pass(claim, next.get(), true);
        }
        return positions;
    }

    /** SIMs of one account, at every other position. */
    private void plan(final int sims, final int chunkSize, final int laneCount) {
        final List<SimRef> list = MemoryCarrier.stream(2 * sims)
                .map(sim -> sim.account().equals("one") ? sim : MemoryCarrier.sim(0))
                .toList();
        new SweepPlanning(database, laneCount, chunkSize).plan("plan", list, SweepPlanOptions.defaults());
    }

    private void pick(final int lane, final long version) {
        database.call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("update anycarrier_sweep_task set picked = true, version = " + version
                        + " where task_instance = '" + lane + "'");
            }
        });
    }

    private KeptOutcome duplicate(final Chunk chunk, final int place) {
        return codec.write(place, new Skipped(chunk.open().get(place).sim(), place, Reason.DUPLICATE));
    }

    private static Database database() {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Schemas.next(server));
        final Database database = new Database(source);
        SweepSchema.migrate(source, database);
        return database;
    }
}
