package dev.anycarrier.simulation.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Stories of many seeds against the whole engine and the three providers. {@code simulation.seeds} says how many, {@code
 * simulation.first} where they begin; {@code simulation.seed} tells one story again, {@code simulation.faults} with these of
 * its faults alone.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("simulation.seeds", 200);
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final boolean COVERAGE = Boolean.getBoolean("simulation.coverage");

    @Test
    void no_story_breaks_a_law() throws InterruptedException {
        final Optional<Long> again = Optional.ofNullable(Long.getLong("simulation.seed"));
        if (again.isPresent()) {
            tellAgain(again.get());
        } else {
            judgeAll();
        }
    }

    private static void judgeAll() throws InterruptedException {
        final Seeds seeds = Seeds.judge(FIRST, FIRST + SEEDS);
        System.out.println(seeds.coverage());
        assertThat(seeds.failures()).isEmpty();
        if (COVERAGE) {
            assertThat(seeds.coverage().missed())
                    .as("faults that never met a state")
                    .isEmpty();
        }
    }

    private static void tellAgain(final long seed) {
        final Story whole = Story.of(seed);
        final Story story = Optional.ofNullable(System.getProperty("simulation.faults"))
                .map(numbers -> whole.with(whole.faults().only(numbers(numbers))))
                .orElse(whole);
        final Verdict verdict = Verdict.of(story, new Coverage());
        System.out.println(verdict.log());
        System.out.println(verdict.report());
        assertThat(verdict.broken()).isEmpty();
    }

    private static List<Integer> numbers(final String text) {
        return Stream.of(text.split(","))
                .filter(number -> !number.isBlank())
                .map(Integer::valueOf)
                .toList();
    }
}
