package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sweeps that end before their SIMs do, and sweeps that meet. */
class SweepEndFaultTest {

    private static final int SIMS = 100;

    @Test
    @Fault("SWP-07")
    void cancelled_in_the_middle_every_sim_has_an_outcome_and_the_rest_is_cancelled() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final List<SweepOutcome> outcomes = new ArrayList<>();
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS))) {
                final SweepProgress end = sweep.run(outcome -> {
                    outcomes.add(outcome);
                    if (outcomes.size() == 20) {
                        sweep.cancel();
                    }
                });
                assertThat(end.ended()).isEqualTo(SIMS);
            }
            assertThat(outcomes).extracting(SweepOutcome::position).doesNotHaveDuplicates();
            assertThat(outcomes).hasSize(SIMS);
            assertThat(outcomes).filteredOn(Read.class::isInstance).hasSizeBetween(20, 40);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Read))
                    .allMatch(outcome -> outcome instanceof Skipped skipped && skipped.reason() == Reason.CANCELLED);
            final int asked = scene.received().size();
            scene.pass(Duration.ofHours(1));
            assertThat(scene.received()).hasSize(asked);
        });
    }

    @Test
    @Fault("SWP-08")
    void where_the_limit_allows_less_than_the_deadline_needs_the_rest_is_skipped_and_says_why() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final List<SweepOutcome> outcomes = new ArrayList<>();
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS)).deadline(Duration.ofSeconds(10))) {
                sweep.run(outcomes::add);
            }
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(11));
            assertThat(outcomes).hasSize(SIMS);
            assertThat(outcomes).filteredOn(Read.class::isInstance).hasSizeBetween(45, 55);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Read))
                    .isNotEmpty()
                    .allMatch(outcome -> outcome instanceof Skipped skipped && skipped.reason() == Reason.DEADLINE);
        });
    }

    @Test
    @Fault("SWP-08")
    void the_answer_that_comes_just_too_late_for_its_question_is_taken_when_it_is_asked_for_again() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo", "attempt-timeout=10s", "deadline=5s");
            scene.answer(request -> Reply.balance(1024).after(Duration.ofMillis(5_500)));
            final List<SweepOutcome> outcomes = new ArrayList<>();
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", 5))) {
                sweep.run(outcomes::add);
            }
            assertThat(outcomes).hasSize(5).allMatch(Read.class::isInstance);
            assertThat(scene.questions()).hasSize(5);
        });
    }

    @Test
    @Fault("SWP-09")
    void two_sweeps_over_the_same_sims_ask_about_each_once_in_its_interval() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final List<SweepOutcome> first = new ArrayList<>();
            final List<SweepOutcome> second = new ArrayList<>();
            final var other = scene.start(() -> sweep(carriers, second));
            sweep(carriers, first);
            other.join();
            assertThat(first).hasSize(SIMS).allMatch(Read.class::isInstance);
            assertThat(second).hasSize(SIMS).allMatch(Read.class::isInstance);
            final Map<String, Integer> asked = new HashMap<>();
            scene.questions().forEach(question -> asked.merge(question.path(), 1, Integer::sum));
            assertThat(asked)
                    .hasSize(SIMS)
                    .allSatisfy((sim, times) -> assertThat(times).isOne());
            assertThat(scene.elapsed()).isLessThan(Duration.ofMinutes(15));
        });
    }

    @Test
    @Fault("SWP-09")
    void a_second_sweep_over_sims_that_failed_waits_for_the_interval_of_each() {
        Scene.play(1, scene -> {
            final Anycarrier carriers = scene.open("airalo");
            scene.answer(Reply.ok("{\"data\":{}}"));
            sweep(carriers, new ArrayList<>());
            scene.answer(Reply.balance(1024));
            final List<SweepOutcome> second = new ArrayList<>();
            sweep(carriers, second);
            assertThat(second).hasSize(SIMS).allMatch(Read.class::isInstance);
            for (int number = 0; number < SIMS; number++) {
                final SimId sim = Sims.sim(number);
                final List<Long> times = scene.questions().stream()
                        .filter(question -> question.path().contains(sim.value()))
                        .map(Received::at)
                        .toList();
                assertThat(times).hasSize(2);
                assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(15));
            }
        });
    }

    @Test
    @Fault("SWP-10")
    void an_outcome_at_which_the_sink_throws_is_the_end_and_nothing_is_asked_any_more() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final List<SweepOutcome> taken = new ArrayList<>();
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS))) {
                assertThatThrownBy(() -> sweep.run(outcome -> {
                            if (taken.size() == 20) {
                                throw new IllegalStateException("the disk is full");
                            }
                            taken.add(outcome);
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the disk is full");
                assertThat(sweep.progress().ended()).isEqualTo(20);
            }
            final int asked = scene.received().size();
            scene.pass(Duration.ofHours(1));
            assertThat(scene.received()).hasSize(asked);
        });
    }

    private static void sweep(final Anycarrier carriers, final List<SweepOutcome> outcomes) {
        try (Sweep sweep = carriers.sweep(Sims.of("airalo", SIMS))) {
            sweep.run(outcomes::add);
        }
    }
}
