package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever waits can be interrupted, wherever it waits. */
class InterruptionTest {

    private static final int MANY_STEPS = 2_000;

    @Test
    @Fault("CON-05")
    void whoever_waits_for_a_token_an_answer_or_the_next_attempt_is_cancelled_at_once() {
        interruptEverywhere(
                scene -> {
                    scene.answer(request -> scene.questions().size() == 1 ? Reply.of(503, "{}") : Reply.balance(1024));
                    return scene.account("airalo", "minimum-interval=0s", "limit-sim=10/1s");
                },
                airalo -> airalo.usage(Scene.SIM),
                (scene, airalo) -> {
                    assertThat(airalo.usage(Scene.SIM).buckets()).isNotEmpty();
                    // Interrupted as it leaves, a request is on the wire and its answer lost: it counts, and is made
                    // again.
                    assertThat(scene.tokenRequests()).hasSizeLessThanOrEqualTo(2);
                    assertThat(scene.questions()).hasSizeLessThanOrEqualTo(4);
                });
    }

    @Test
    @Fault("CON-05")
    void whoever_waits_for_the_carrier_s_limit_is_cancelled_at_once_and_its_place_is_free() {
        interruptEverywhere(
                scene -> {
                    final CarrierAccount airalo = scene.account("airalo", "limit-account=1/10s", "limit-sim=10/1s");
                    airalo.usage(Scene.OTHER_SIM);
                    return airalo;
                },
                airalo -> airalo.usage(Scene.SIM),
                (scene, airalo) -> {
                    airalo.usage(Scene.SIM);
                    long before = -10_000_000_000L;
                    for (final Received sent : scene.questions()) {
                        assertThat(Duration.ofNanos(sent.at() - before))
                                .as("no place in the line is lost, and none is taken twice")
                                .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_500));
                        before = sent.at();
                    }
                });
    }

    @Test
    @Fault("CON-05")
    void whoever_reads_records_is_cancelled_at_once() {
        interruptEverywhere(
                scene -> {
                    scene.answer(Reply.ok("{\"usage\":[],\"pagination\":{\"has_more\":false}}"));
                    return scene.account("onomondo");
                },
                onomondo -> {
                    try (var records = onomondo.records(UsageRecordQuery.between(
                            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z")))) {
                        assertThat(records.toList()).isEmpty();
                    }
                },
                (scene, onomondo) -> {});
    }

    private interface Afterwards {
        void check(Scene scene, CarrierAccount account);
    }

    private interface Beginning {
        CarrierAccount account(Scene scene);
    }

    private static void interruptEverywhere(
            final Beginning beginning, final Consumer<CarrierAccount> question, final Afterwards afterwards) {
        boolean reached = true;
        int cancelled = 0;
        int steps = 0;
        for (; reached; steps++) {
            assertThat(steps).isLessThan(MANY_STEPS);
            final InterruptedCaller caller = new InterruptedCaller(steps, question);
            caller.play(beginning, afterwards);
            reached = caller.interrupted;
            cancelled += caller.failure.isPresent() ? 1 : 0;
        }
        assertThat(cancelled).as("cancelled of %s", steps).isGreaterThan(steps / 2);
    }

    private static final class InterruptedCaller {

        private final int steps;
        private final Consumer<CarrierAccount> question;
        private final InterruptingChoice choice;
        private boolean interrupted;
        private long interruptedAt;
        private long endedAt;
        private boolean flagKept;
        private Optional<UsageException> failure = Optional.empty();

        InterruptedCaller(final int steps, final Consumer<CarrierAccount> question) {
            this.steps = steps;
            this.question = question;
            this.choice = new InterruptingChoice(steps);
        }

        void play(final Beginning beginning, final Afterwards afterwards) {
            final Simulation simulation = new Simulation(choice, steps);
            Scene.play(simulation, scene -> {
                final CarrierAccount account = beginning.account(scene);
                final SimulatedThread caller = scene.start(() -> ask(scene, account));
                caller.join();
                choice.after(Integer.MAX_VALUE, () -> {});
                if (interrupted) {
                    assertThat(flagKept).as("flag kept, step %s", steps).isTrue();
                    assertThat(endedAt).as("at once, step %s", steps).isEqualTo(interruptedAt);
                }
                failure.ifPresent(thrown -> assertThat(thrown.kind()).isEqualTo(Kind.CANCELLED));
                afterwards.check(scene, account);
            });
        }

        private void ask(final Scene scene, final CarrierAccount account) {
            final SimulatedThread me = scene.simulation().current();
            choice.after(steps, () -> {
                interrupted = true;
                interruptedAt = scene.elapsed().toNanos();
                me.interrupt();
            });
            try {
                question.accept(account);
            } catch (final UsageException e) {
                failure = Optional.of(e);
            }
            choice.after(Integer.MAX_VALUE, () -> {});
            endedAt = scene.elapsed().toNanos();
            flagKept = Thread.currentThread().isInterrupted();
        }
    }
}
