package dev.anycarrier.simulation.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Stories of many seeds against the whole engine and the three providers. {@code simulation.seeds} says how many, {@code
 * simulation.first} where they begin; {@code simulation.seed} tells one story again.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("simulation.seeds", 200);
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final boolean COVERAGE = Boolean.getBoolean("simulation.coverage");

    @Test
    @DisabledIfSystemProperty(named = "simulation.seed", matches = ".+")
    void no_seed_breaks_a_law() throws InterruptedException {
        final Seeds seeds = Seeds.judge(FIRST, FIRST + SEEDS);
        System.out.println(seeds.coverage());
        assertThat(seeds.failures()).isEmpty();
        if (COVERAGE) {
            assertThat(seeds.coverage().missed())
                    .as("faults that never met a state")
                    .isEmpty();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "simulation.seed", matches = ".+")
    void one_story_again() {
        final Verdict verdict = Verdict.of(Story.of(Long.getLong("simulation.seed", 0)), new Coverage());
        System.out.println(verdict.log());
        System.out.println(verdict.report());
        assertThat(verdict.broken()).isEmpty();
    }
}
