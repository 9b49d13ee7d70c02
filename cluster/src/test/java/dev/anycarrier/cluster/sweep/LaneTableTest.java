package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.SimRef;
import java.sql.Statement;
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
    void only_the_last_claim_keeps_anything() {
        plan(10, 5, 1);
        pick(1, 2);
        final Claim first = lanes.claim(1, 2).orElseThrow();
        final Chunk chunk = lanes.chunk(first, 0).orElseThrow();
        assertThat(lanes.keep(first, chunk.id(), List.of(duplicate(chunk, 0), duplicate(chunk, 1))))
                .isTrue();

        pick(1, 4);
        final Claim second = lanes.claim(1, 4).orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(lanes.chunk(second, 0).orElseThrow().open()).hasSize(3);
        assertThat(lanes.keep(first, chunk.id(), List.of(duplicate(chunk, 2)))).isFalse();
        assertThat(lanes.advance(first, 0)).isFalse();
        assertThat(lanes.chunk(second, 0).orElseThrow().open()).hasSize(3);
        assertThat(lanes.advance(second, 0)).isTrue();
        assertThat(lanes.advance(second, 0)).isFalse();
    }

    @Test
    void what_is_kept_stays_and_counts_once() {
        plan(3, 5, 1);
        pick(1, 2);
        final Claim claim = lanes.claim(1, 2).orElseThrow();
        final Chunk chunk = lanes.chunk(claim, 0).orElseThrow();
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
        final Chunk chunk = lanes.chunk(claim, 0).orElseThrow();
        new SweepTable(database).cancel("plan");
        assertThat(lanes.keep(claim, chunk.id(), List.of(duplicate(chunk, 0)))).isFalse();
        assertThat(lanes.claim(1, 2)).isEmpty();
        new SweepTable(database).forget("plan");
        assertThat(lanes.claim(1, 2)).isEmpty();
        assertThat(lanes.chunk(claim, 0)).isEqualTo(Optional.empty());
    }

    @Test
    void chunks_are_dealt_out_to_lanes_evenly_and_hold_each_sim_once() {
        plan(23, 5, 2);
        pick(1, 2);
        pick(2, 2);
        final Claim first = lanes.claim(1, 2).orElseThrow();
        final Claim second = lanes.claim(2, 2).orElseThrow();
        assertThat(first.chunks()).isEqualTo(3);
        assertThat(second.chunks()).isEqualTo(2);
        assertThat(List.of(sizeOf(first, 0), sizeOf(second, 0), sizeOf(first, 1), sizeOf(second, 1), sizeOf(first, 2)))
                .containsExactly(5, 5, 5, 5, 3);
        assertThat(lanes.chunk(second, 1).orElseThrow().open().get(0).position())
                .isEqualTo(30);
    }

    private int sizeOf(final Claim claim, final int number) {
        return lanes.chunk(claim, number).orElseThrow().open().size();
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
