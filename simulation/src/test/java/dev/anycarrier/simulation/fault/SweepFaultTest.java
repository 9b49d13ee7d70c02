package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sweeps through whatever a carrier and its SIMs do. */
class SweepFaultTest {

    private static final int MANY = 10_000;
    private static final List<Reply> FAULTS = List.of(
            Reply.refused(),
            Reply.reset(),
            Reply.silence(),
            Reply.of(500, "{}"),
            Reply.of(503, "").with("Retry-After", "30"),
            Reply.of(429, "{\"message\":\"Too Many Attempts.\"}").with("Retry-After", "5"),
            Reply.of(401, "{}"),
            Reply.of(403, "{\"code\":89}"),
            Reply.of(404, "{\"data\":[]}"),
            Reply.of(410, "{}"),
            Reply.of(422, "{\"code\":73,\"reason\":\"recycled\"}"),
            Reply.of(302, "").with("Location", "https://evil.example/"),
            Reply.ok("<html>log in</html>").with("Content-Type", "text/html"),
            Reply.ok(""),
            Reply.ok("{\"data\":{\"remaining\":"),
            Reply.ok("{\"data\":{}}"),
            Reply.ok("[".repeat(5_000)),
            Reply.balance(4096),
            Reply.balance(-1));

    @Test
    @Fault("SWP-01")
    void whatever_one_request_in_a_hundred_comes_to_every_one_of_ten_thousand_sims_has_one_outcome() {
        Scene.play(1, scene -> {
            final SplittableRandom chance = new SplittableRandom(4711);
            final AtomicLong wrong = new AtomicLong();
            scene.answer(request -> {
                if (chance.nextInt(100) > 0) {
                    return Reply.balance(1024);
                }
                wrong.incrementAndGet();
                return FAULTS.get(chance.nextInt(FAULTS.size()));
            });
            final Anycarrier carriers = scene.open("airalo", "maximum-connections=5");
            final BitSet positions = new BitSet();
            final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);
            final SweepProgress end;
            try (Sweep sweep = carriers.sweep(Sims.of("airalo", MANY)).total(MANY)) {
                end = sweep.run(outcome -> {
                    assertThat(positions.get((int) outcome.position())).isFalse();
                    positions.set((int) outcome.position());
                    assertThat(outcome.sim().sim()).isEqualTo(Sims.sim(outcome.position()));
                    if (outcome instanceof Failed failed) {
                        failures.merge(failed.failure().kind(), 1, Integer::sum);
                    }
                });
            }
            assertThat(positions.cardinality()).isEqualTo(MANY);
            assertThat(end.done() + end.stale() + end.failed() + end.skipped()).isEqualTo(MANY);
            assertThat(end.inFlight() + end.deferred() + end.skipped()).isZero();
            assertThat(end.failed())
                    .as("never more than requests that went wrong")
                    .isBetween(1L, wrong.get());
            assertThat(failures).containsKeys(Kind.NOT_FOUND, Kind.INVALID_DATA, Kind.PERMISSION_DENIED);
            assertThat(carriers.account("airalo").statistics().requests())
                    .isEqualTo(scene.received().size());
        });
    }

    @Test
    @Fault("SWP-02")
    void a_sim_at_which_the_provider_breaks_is_the_only_one_that_fails() {
        for (final Error error : List.of(
                new AssertionError("broken"),
                new NoClassDefFoundError("broken"),
                new StackOverflowError(),
                new Error("broken"))) {
            Scene.play(1, scene -> {
                scene.factory(Plugin.answering((context, sim) -> {
                    if (sim.equals(Sims.sim(50))) {
                        throw error;
                    }
                    return Plugin.oneGibibyte(context, sim);
                }));
                final List<SweepOutcome> outcomes = swept(scene.open("plugin"), Sims.of("plugin", 100));
                assertThat(outcomes).hasSize(100);
                assertThat(outcomes)
                        .filteredOn(outcome -> !(outcome instanceof Read))
                        .singleElement()
                        .isInstanceOfSatisfying(Failed.class, failed -> {
                            assertThat(failed.position()).isEqualTo(50);
                            assertThat(failed.failure().kind()).isEqualTo(Kind.INVALID_DATA);
                            assertThat(failed.failure()).hasMessageNotContaining("broken");
                        });
            });
        }
    }

    @Test
    @Fault("SWP-06")
    void a_sim_that_is_named_again_within_fifty_thousand_others_is_skipped_and_asked_about_once() {
        Scene.play(1, scene -> {
            final AtomicLong asked = new AtomicLong();
            scene.factory(Plugin.answering((context, sim) -> {
                asked.incrementAndGet();
                return Plugin.oneGibibyte(context, sim);
            }));
            final List<SweepOutcome> outcomes = swept(scene.open("plugin"), Sims.repeating("plugin", 300, 100));
            assertThat(outcomes).hasSize(300);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Skipped skipped && skipped.reason() == Reason.DUPLICATE)
                    .extracting(SweepOutcome::position)
                    .allMatch(position -> position >= 100)
                    .hasSize(200);
            assertThat(asked).hasValue(100);
        });
    }

    @Test
    @Fault("SWP-06")
    void a_sim_that_is_named_again_beyond_that_is_answered_from_what_is_known_within_the_interval() {
        Scene.play(1, scene -> {
            final AtomicLong asked = new AtomicLong();
            scene.factory(Plugin.answering((context, sim) -> {
                asked.incrementAndGet();
                return Plugin.oneGibibyte(context, sim);
            }));
            final Anycarrier carriers = scene.open("plugin", "minimum-interval=1h", "cached-sims=100000");
            final AtomicLong read = new AtomicLong();
            try (Sweep sweep = carriers.sweep(Sims.repeating("plugin", 50_101, 50_100))) {
                sweep.run(outcome -> read.addAndGet(outcome instanceof Read ? 1 : 0));
            }
            assertThat(read).as("the last one is no duplicate any more").hasValue(50_101);
            assertThat(asked).as("and no question either").hasValue(50_100);
        });
    }

    @Test
    @Fault("SWP-06")
    void no_sims_are_a_sweep_that_is_over() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            try (Sweep sweep = carriers.sweep(List.of())) {
                final SweepProgress end = sweep.run(outcome -> {
                    throw new AssertionError("an outcome of nothing");
                });
                assertThat(end.ended()).isZero();
            }
            assertThat(scene.received()).isEmpty();
        });
    }

    @Test
    @Fault("SWP-06")
    void names_without_end_are_read_in_the_memory_of_a_few() {
        Scene.play(1, scene -> {
            scene.factory(Plugin.good());
            final int count = 200_000;
            final BitSet positions = new BitSet(count);
            final AtomicLong atOnce = new AtomicLong();
            try (Sweep sweep =
                    scene.open("plugin", "maximum-connections=2").sweep(Sims.repeating("plugin", count, 100))) {
                final SweepProgress end = sweep.run(outcome -> {
                    positions.set((int) outcome.position());
                    if (outcome.position() % 10_000 == 0) {
                        final SweepProgress now = sweep.progress();
                        atOnce.accumulateAndGet(now.inFlight() + now.deferred(), Math::max);
                    }
                });
                assertThat(end.done()).isEqualTo(100);
                assertThat(end.skipped()).isEqualTo(count - 100);
            }
            assertThat(positions.cardinality()).isEqualTo(count);
            assertThat(atOnce).hasValueLessThan(1_000);
        });
    }

    private static List<SweepOutcome> swept(final Anycarrier carriers, final Iterable<SimRef> sims) {
        final List<SweepOutcome> outcomes = new ArrayList<>();
        try (Sweep sweep = carriers.sweep(sims)) {
            sweep.run(outcomes::add);
        }
        return outcomes;
    }
}
