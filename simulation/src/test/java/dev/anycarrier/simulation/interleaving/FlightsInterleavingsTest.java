package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One operation for all who ask for it meanwhile, whoever comes, goes or closes when. */
class FlightsInterleavingsTest {

    /** The operation under test beside what an onlooker knows of it. */
    private static final class Shared {

        private final Ports ports;
        private final Flights<String, Integer> flights;
        private int begun;
        private int underWay;
        private boolean fails;
        private int together = 1;

        Shared(final Simulation simulation) {
            ports = simulation.ports();
            flights = new Flights<>(ports, "flight");
        }

        int join() {
            final int before = begun;
            final int value = flights.join("key", Callers.deadline(ports), Priority.INTERACTIVE, flight -> operation());
            if (together == 1) {
                assertThat(value).as("an outcome no older than the question").isBetween(Math.max(1, before), begun);
            }
            return value;
        }

        private int operation() {
            underWay++;
            assertThat(underWay).as("operations under way for one key").isLessThanOrEqualTo(together);
            final int number = ++begun;
            try {
                Callers.pass(ports, Duration.ofSeconds(1));
            } finally {
                underWay--;
            }
            if (fails) {
                throw UsageException.of(Kind.INVALID_DATA, "failed in run " + number)
                        .build();
            }
            return number;
        }
    }

    private static long explore(final int preemptions, final Consumer<Simulation> scenario) {
        return Explorer.withPreemptions(preemptions).explore(scenario).runs();
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void callers_who_come_together_share_one_run(final int callers, final int preemptions) {
        final long runs = explore(preemptions, simulation -> {
            final Shared shared = new Shared(simulation);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(shared::join);
            }
            assertThat(all.outcomes()).allSatisfy(outcome -> assertThat(outcome).isEqualTo(1));
            assertThat(shared.begun).isEqualTo(1);
            all.settle();
            assertThat(shared.flights.size()).isZero();
        });
        assertThat(runs).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void a_failure_reaches_everybody_and_the_next_one_begins_anew(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Shared shared = new Shared(simulation);
            shared.fails = true;
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(shared::join);
            }
            assertThat(all.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    UsageException.class,
                                    failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA)));
            assertThat(shared.begun).isEqualTo(1);
            shared.fails = false;
            assertThat(shared.join()).isEqualTo(2);
            all.settle();
        });
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void one_who_is_interrupted_takes_nobody_along(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Shared shared = new Shared(simulation);
            // The one that was given up may still be on its way out.
            shared.together = 2;
            final Callers all = new Callers(simulation);
            final boolean[] flagKept = {false};
            final SimulatedThread leaving = all.start(() -> {
                try {
                    return shared.join();
                } finally {
                    flagKept[0] = Thread.currentThread().isInterrupted();
                }
            });
            for (int i = 1; i < callers; i++) {
                all.start(shared::join);
            }
            leaving.interrupt();
            final List<Object> outcomes = all.outcomes();
            assertThat(Callers.isCancelled(outcomes.get(0))).isEqualTo(flagKept[0]);
            assertThat(outcomes.subList(1, callers)).allMatch(outcome -> outcome instanceof Integer);
            assertThat(shared.begun).isLessThanOrEqualTo(2);
            all.settle();
            assertThat(shared.flights.size()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void when_it_is_closed_nobody_waits_on(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Shared shared = new Shared(simulation);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(shared::join);
            }
            shared.flights.cancel();
            assertThat(all.outcomes()).allMatch(Callers::isCancelled);
            assertThat(shared.flights.drain(Callers.deadline(shared.ports))).isTrue();
            all.settle();
            assertThat(shared.underWay).isZero();
        });
    }

    @Test
    @Fault("CON-01")
    void one_whose_time_is_over_first_leaves_the_others_aboard() {
        explore(3, simulation -> {
            final Shared shared = new Shared(simulation);
            final Callers all = new Callers(simulation);
            final long soon =
                    shared.ports.time().nanoTime() + Duration.ofMillis(500).toNanos();
            all.start(() -> shared.flights.join("key", soon, Priority.SWEEP, flight -> shared.operation()));
            all.start(shared::join);
            final List<Object> outcomes = all.outcomes();
            assertThat(outcomes.get(0))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.DEADLINE_EXCEEDED));
            assertThat(outcomes.get(1)).isEqualTo(1);
            all.settle();
        });
    }
}
