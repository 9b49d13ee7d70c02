package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Closing, however often, by whomever and whatever is under way. */
class ClosingTest {

    private static final Duration UNWINDING = Duration.ofMillis(250);

    @Test
    @Fault("LIF-01")
    void closing_again_or_from_two_threads_at_once_closes_once() {
        Scene.play(scene -> {
            final AtomicInteger closed = new AtomicInteger();
            scene.factory(Plugin.good().onClose(closed::incrementAndGet));
            final Anycarrier carriers = scene.open("plugin");
            carriers.usage(SimRef.parse("plugin:" + Scene.SIM.value()));
            final SimulatedThread other = scene.start(carriers::close);
            carriers.close();
            other.join();
            carriers.close();
            assertThat(closed).hasValue(1);
            assertThat(Scene.failure(() -> carriers.account("plugin").usage(Scene.SIM))
                            .kind())
                    .isEqualTo(Kind.CANCELLED);
        });
    }

    @Test
    @Fault("LIF-01")
    void closing_from_inside_a_listener_a_sink_or_a_provider_ends_like_any_other() {
        Scene.play(scene -> {
            final List<Anycarrier> own = new ArrayList<>();
            scene.factory(Plugin.answering((context, sim) -> {
                own.get(0).close();
                return Plugin.oneGibibyte(context, sim);
            }));
            own.add(scene.open("plugin", "close-grace=1s"));
            final UsageException inProvider =
                    Scene.failure(() -> own.get(0).account("plugin").usage(Scene.SIM));
            assertThat(inProvider.kind()).isEqualTo(Kind.CANCELLED);
            final Anycarrier airalo = scene.open("airalo");
            try (Sweep sweep = airalo.sweep(List.of(ref(Scene.SIM.value()), ref(Scene.OTHER_SIM.value())))
                    .listener(progress -> airalo.close())) {
                assertThat(sweep.run(outcome -> airalo.close()).skipped()
                                + sweep.progress().done()
                                + sweep.progress().failed())
                        .isBetween(1L, 4L);
            }
        });
    }

    @Test
    @Fault("LIF-03")
    void a_carrier_that_does_not_answer_holds_the_close_no_longer_than_its_grace() {
        Scene.play(scene -> {
            scene.answer(Reply.silence());
            final Anycarrier carriers = scene.open("airalo", "close-grace=2s", "attempt-timeout=1h", "deadline=2h");
            final List<UsageException> failures = new ArrayList<>();
            final SimulatedThread caller = scene.start(() ->
                    failures.add(Scene.failure(() -> carriers.account("airalo").usage(Scene.SIM))));
            while (scene.questions().isEmpty()) {
                scene.pass(Duration.ofMillis(5));
            }
            final Duration before = scene.elapsed();
            carriers.close();
            assertThat(scene.elapsed().minus(before))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(2).plus(UNWINDING));
            caller.join();
            assertThat(failures).extracting(UsageException::kind).containsExactly(Kind.CANCELLED);
        });
    }

    @Test
    @Fault("LIF-03")
    void calls_that_end_within_the_grace_are_answered_and_the_close_takes_no_longer_than_they() {
        Scene.play(scene -> {
            scene.answer(Reply.balance(1024).after(Duration.ofSeconds(1)));
            final Anycarrier carriers = scene.open("airalo", "close-grace=5s");
            final SimulatedThread caller = scene.start(
                    () -> assertThat(carriers.account("airalo").usage(Scene.SIM).buckets())
                            .isNotEmpty());
            while (scene.questions().isEmpty()) {
                scene.pass(Duration.ofMillis(5));
            }
            final Duration before = scene.elapsed();
            carriers.close();
            caller.join();
            assertThat(scene.elapsed().minus(before))
                    .isLessThan(Duration.ofSeconds(1).plus(UNWINDING));
        });
    }

    @Test
    @Fault("LIF-03")
    void a_plugin_that_never_comes_back_holds_neither_its_caller_nor_the_close() {
        Scene.play(scene -> {
            final boolean[] free = {false};
            scene.factory(Plugin.answering((context, sim) -> {
                        Stubborn.waitUntil(scene, () -> free[0]);
                        return Plugin.oneGibibyte(context, sim);
                    })
                    .onClose(() -> Stubborn.waitUntil(scene, () -> free[0])));
            final Anycarrier carriers = scene.open("plugin", "close-grace=2s", "deadline=30s");
            final List<UsageException> failures = new ArrayList<>();
            final SimulatedThread caller = scene.start(() ->
                    failures.add(Scene.failure(() -> carriers.account("plugin").usage(Scene.SIM))));
            scene.pass(Duration.ofSeconds(1));
            final Duration before = scene.elapsed();
            carriers.close();
            assertThat(scene.elapsed().minus(before))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(2).plus(UNWINDING.multipliedBy(2)));
            caller.join();
            assertThat(failures).extracting(UsageException::kind).containsExactly(Kind.CANCELLED);
            free[0] = true;
            scene.pass(Duration.ofSeconds(1));
        });
    }

    @Test
    @Fault("LIF-09")
    void a_plugin_that_ignores_interrupts_and_deadlines_does_not_keep_the_caller() {
        Scene.play(scene -> {
            final boolean[] free = {false};
            scene.factory(Plugin.answering((context, sim) -> {
                if (sim.equals(Scene.SIM)) {
                    Stubborn.waitUntil(scene, () -> free[0]);
                }
                return Plugin.oneGibibyte(context, sim);
            }));
            final CarrierAccount plugin = scene.account("plugin", "deadline=3s");
            assertThat(Scene.failure(() -> plugin.usage(Scene.SIM)).kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
            assertThat(scene.elapsed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100));
            assertThat(plugin.usage(Scene.OTHER_SIM).buckets()).isNotEmpty();
            assertThat(scene.elapsed()).as("others are not kept at all").isLessThan(Duration.ofMillis(3_100));
            free[0] = true;
            scene.pass(Duration.ofSeconds(1));
            assertThat(plugin.usage(Scene.SIM).buckets())
                    .as("the same SIM, anew")
                    .isNotEmpty();
        });
    }

    @Test
    @Fault("LIF-03")
    void a_plugin_that_fails_as_it_is_closed_keeps_no_other_account_open() {
        Scene.play(scene -> {
            final AtomicInteger closed = new AtomicInteger();
            scene.factory(Plugin.good().onClose(() -> {
                throw new IllegalStateException("as if");
            }));
            scene.factory(Plugin.good().called("zealous").onClose(closed::incrementAndGet));
            scene.open(Scene.with(Scene.settings("plugin"), "zealous").build()).close();
            assertThat(closed).hasValue(1);
        });
    }

    @Test
    @Fault("LIF-04")
    void opening_and_closing_a_thousand_times_leaves_nothing_behind() {
        Scene.play(1, scene -> {
            final Settings settings = Scene.settings("airalo").build();
            for (int round = 0; round < 1_000; round++) {
                try (Anycarrier carriers = scene.openUnowned(settings)) {
                    carriers.account("airalo").usage(Scene.SIM);
                }
                assertThat(scene.simulation().threads()).as("round %s", round).hasSize(1);
            }
            assertThat(scene.questions()).hasSize(1_000);
        });
    }

    private static SimRef ref(final String iccid) {
        return SimRef.parse("airalo:" + iccid);
    }
}
