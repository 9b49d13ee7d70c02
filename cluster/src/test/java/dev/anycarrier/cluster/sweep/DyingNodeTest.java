package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Read;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class DyingNodeTest {

    private static final SweepPlanOptions DEFAULTS = SweepPlanOptions.defaults();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final int SIMS = 8_000;

    /** What a node may have asked for and not kept: its workers' questions, and what it gathers of each of its lanes. */
    private static final int MOST_UNKEPT = 8 * (256 + 256 + 32);

    @Test
    void a_killed_node_leaves_its_sims_to_the_others_and_what_it_kept_is_not_asked_again(@TempDir final Path folder)
            throws Exception {
        try (PostgresServer server = PostgresServer.start();
                ClusterSweeps looker = looker(server);
                NodeProcess dying = NodeProcess.start(server, "dying", folder, LATENCY);
                NodeProcess staying = NodeProcess.start(server, "staying", folder, LATENCY)) {
            looker.plan("kill", MemoryCarrier.sims(SIMS), DEFAULTS);
            await().atMost(PATIENCE).until(() -> ended(looker, "kill") > SIMS / 4);
            assertThat(dying.asked()).isNotEmpty();

            dying.signal("KILL");
            final Set<String> kept =
                    looker.outcomes("kill").map(DyingNodeTest::id).collect(Collectors.toSet());

            await().atMost(PATIENCE).until(() -> state(looker, "kill") == State.ENDED);
            assertThat(looker.outcomes("kill").map(SweepOutcome::position))
                    .hasSize(SIMS)
                    .doesNotHaveDuplicates();
            final Set<String> byBoth = new HashSet<>(dying.asked());
            assertThat(staying.asked()).doesNotHaveDuplicates();
            byBoth.retainAll(staying.asked());
            assertThat(byBoth).hasSizeLessThan(MOST_UNKEPT).doesNotContainAnyElementsOf(kept);
        }
    }

    @Test
    void a_node_that_stood_still_and_comes_back_changes_nothing(@TempDir final Path folder) throws Exception {
        try (PostgresServer server = PostgresServer.start();
                ClusterSweeps looker = looker(server);
                NodeProcess still = NodeProcess.start(server, "still", folder, LATENCY);
                NodeProcess staying = NodeProcess.start(server, "staying", folder, LATENCY)) {
            looker.plan("still", MemoryCarrier.sims(SIMS), DEFAULTS);
            await().atMost(PATIENCE).until(() -> ended(looker, "still") > SIMS / 4);
            assertThat(still.asked()).isNotEmpty();

            still.signal("STOP");
            await().atMost(PATIENCE).until(() -> state(looker, "still") == State.ENDED);
            assertThat(staying.asked()).isNotEmpty();
            final Map<Long, Instant> before = fetched(looker);
            final ClusterSweepProgress end = looker.progress("still").orElseThrow();
            final int asked = still.asked().size();
            still.signal("CONT");

            // It gives up what it was at, and takes part again.
            looker.plan("after", MemoryCarrier.sims(SIMS + 500).subList(SIMS, SIMS + 500), DEFAULTS);
            staying.signal("STOP");
            await().atMost(PATIENCE).until(() -> ended(looker, "after") > 0);
            staying.signal("CONT");
            await().atMost(PATIENCE).until(() -> state(looker, "after") == State.ENDED);
            assertThat(before).hasSize(SIMS);
            assertThat(fetched(looker)).isEqualTo(before);
            assertThat(looker.progress("still").orElseThrow().done()).isEqualTo(end.done());
            assertThat(still.asked().size()).isGreaterThanOrEqualTo(asked);
        }
    }

    private static ClusterSweeps looker(final PostgresServer server) {
        return ClusterSweeps.builder().database(server.jdbcUrl()).chunkSize(250).build();
    }

    private static long ended(final ClusterSweeps sweeps, final String identity) {
        return sweeps.progress(identity).orElseThrow().ended();
    }

    private static State state(final ClusterSweeps sweeps, final String identity) {
        return sweeps.progress(identity).orElseThrow().state();
    }

    private static String id(final SweepOutcome outcome) {
        return outcome.sim().sim().value();
    }

    private static Map<Long, Instant> fetched(final ClusterSweeps sweeps) {
        return sweeps.outcomes("still")
                .collect(Collectors.toMap(
                        SweepOutcome::position,
                        outcome -> result(outcome).report().fetchedAt()));
    }

    private static UsageResult result(final SweepOutcome outcome) {
        return ((Read) outcome).result();
    }
}
