package dev.anycarrier.cluster.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cluster.proof.law.Law;
import dev.anycarrier.engine.port.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three JVMs, one carrier, one Redis. {@code -Dcluster.runs=20} plays so many runs with seeds that nobody chose, and {@code
 * -Dcluster.seed=1} plays that one.
 */
@Tag("cluster")
class ThreeNodesTest {

    /** In this one the store stands still for 10 s. */
    private static final long FIXED = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("seeds")
    void the_laws_hold_for_three_nodes_whatever_befalls_them(final long seed) throws IOException {
        final Report report = Run.play(Plan.of(seed), folder);

        System.out.println(report);
        if (!report.verdict().holds()) {
            final Path traces = Files.createDirectories(Path.of("target", "traces"));
            Files.writeString(traces.resolve("seed-" + seed + ".txt"), report.trace());
        }
        assertThat(report.verdict().holds()).as(report.toString()).isTrue();
    }

    @Test
    void three_nodes_that_know_nothing_of_each_other_are_found_out() {
        final Report report = Run.play(Plan.ofNodesApart(1), folder);

        assertThat(report.verdict().broken())
                .as(report.toString())
                .containsKeys(
                        Law.NO_WINDOW_OVER_A_LIMIT, Law.NO_REFUSAL_BY_FAULT, Law.ONE_TOKEN_CALL_PER_EXPIRY);
    }

    static LongStream seeds() {
        final Long only = Long.getLong("cluster.seed");
        if (only != null) {
            return LongStream.of(only);
        }
        final int more = Integer.getInteger("cluster.runs", 0);
        final SplittableRandom random =
                new SplittableRandom(TimeSource.system().instant().toEpochMilli());
        return more > 0 ? random.longs(more, 0, 1_000_000_000) : LongStream.of(FIXED);
    }
}
