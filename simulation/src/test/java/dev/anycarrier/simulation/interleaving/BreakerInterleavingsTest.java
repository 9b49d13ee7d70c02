package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.resilience.Breaker;
import dev.anycarrier.engine.resilience.BreakerOptions;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A breaker whose open time is over, and callers who all want to be the probe. */
class BreakerInterleavingsTest {

    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final BreakerOptions OPTIONS = new BreakerOptions(1, 1, 100, 1, OPEN, OPEN);

    /** What becomes of a probe. */
    private enum End {
        ANSWERED,
        FAILED,
        ABANDONED
    }

    /** An open breaker of which the open time is over, beside what an onlooker knows. */
    private static final class HalfOpen {

        private final Ports ports;
        private final Breaker breaker;
        private int probes;
        private int probing;
        private boolean answered;

        HalfOpen(final Simulation simulation) {
            ports = simulation.ports();
            breaker = new Breaker(ports, OPTIONS);
            breaker.admit().failed(failure(), Optional.empty());
            Callers.pass(ports, OPEN.multipliedBy(2));
        }

        String ask(final End end) {
            final Breaker.Pass pass = breaker.admit();
            final boolean probe = !answered;
            if (probe) {
                probes++;
                probing++;
                assertThat(probing).as("probes out at a time").isEqualTo(1);
            }
            Callers.pass(ports, Duration.ofSeconds(1));
            if (probe) {
                probing--;
                answered |= end == End.ANSWERED;
            }
            switch (end) {
                case ANSWERED -> pass.succeeded();
                case FAILED -> pass.failed(failure(), Optional.empty());
                case ABANDONED -> pass.abandoned();
            }
            return "asked";
        }

        private static UsageException failure() {
            return UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "down")
                    .build();
        }
    }

    private static void explore(final int preemptions, final Consumer<Simulation> scenario) {
        final Exploration exploration = Explorer.withPreemptions(preemptions).explore(scenario);
        assertThat(exploration.runs()).isGreaterThan(10);
    }

    private static boolean isRefused(final Object outcome) {
        return outcome instanceof UsageException failure
                && failure.unavailableCause().equals(Optional.of(UnavailableCause.CIRCUIT_OPEN));
    }

    @ParameterizedTest
    @CsvSource({"2,99,ANSWERED", "3,3,ANSWERED", "2,99,FAILED", "3,3,FAILED", "2,99,ABANDONED", "3,3,ABANDONED"})
    @Fault("CON-03")
    void of_callers_who_come_together_one_is_the_probe_and_the_others_are_refused(
            final int callers, final int preemptions, final End end) {
        explore(preemptions, simulation -> {
            final HalfOpen halfOpen = new HalfOpen(simulation);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(() -> halfOpen.ask(end));
            }
            final List<Object> outcomes = all.outcomes();
            assertThat(outcomes.stream().filter("asked"::equals)).hasSize(1);
            assertThat(outcomes.stream().filter(BreakerInterleavingsTest::isRefused))
                    .hasSize(callers - 1);
            assertThat(halfOpen.probes).isEqualTo(1);
            if (end == End.FAILED) {
                assertThat(Callers.outcome(() -> halfOpen.ask(End.ANSWERED)))
                        .matches(BreakerInterleavingsTest::isRefused);
                Callers.pass(halfOpen.ports, OPEN.multipliedBy(2));
            }
            assertThat(halfOpen.ask(End.ANSWERED)).isEqualTo("asked");
            assertThat(halfOpen.ask(End.ANSWERED)).isEqualTo("asked");
        });
    }
}
