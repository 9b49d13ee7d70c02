package dev.anycarrier.cluster.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.sweep.SweepOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three JVMs, one carrier, one Redis, one PostgreSQL. */
@Tag("cluster")
class SharedSweepTest {

    @TempDir
    Path folder;

    @Test
    void a_sweep_of_three_nodes_loses_no_SIM_and_asks_none_twice_when_one_of_them_is_killed() {
        final SweepRun.End end = SweepRun.play(1, folder);

        System.out.println(end.report());
        assertThat(end.outcomes())
                .extracting(SweepOutcome::sim)
                .containsExactlyInAnyOrderElementsOf(SweepRun.sims());
        assertThat(end.outcomes()).allMatch(SweepOutcome.Read.class::isInstance);
        assertThat(end.verdict().holds()).as(end.report()).isTrue();
    }
}
