package dev.anycarrier.simulation.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Stories of two and three nodes that share a store and a carrier's account. {@code simulation.nodes.seeds} says how
 * many, {@code simulation.first} where they begin; {@code simulation.nodes.seed} tells one story again.
 */
class NodesSimulationTest {

    private static final long SEEDS = Long.getLong("simulation.nodes.seeds", 200);
    private static final long FIRST = Long.getLong("simulation.first", 0);

    @Test
    void no_story_of_several_nodes_breaks_a_law() throws InterruptedException {
        final Optional<Long> again = Optional.ofNullable(Long.getLong("simulation.nodes.seed"));
        if (again.isPresent()) {
            final NodesVerdict verdict = NodesVerdict.of(NodesStory.of(again.get()));
            System.out.println(verdict.log());
            System.out.println(verdict.report());
            assertThat(verdict.broken()).isEmpty();
        } else {
            assertThat(NodesSeeds.failures(FIRST, FIRST + SEEDS)).isEmpty();
        }
    }
}
