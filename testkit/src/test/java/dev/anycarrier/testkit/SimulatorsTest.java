package dev.anycarrier.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorsTest {

    private static final SimulatorOptions OPTIONS =
            SimulatorOptions.seeded(7).withClock(new AdjustableClock("2024-01-20T09:00:00Z"));

    @Test
    void the_simulators_of_this_kit_are_found_by_name() {
        assertThat(Simulators.all())
                .extracting(CarrierSimulator::carrier)
                .contains("airalo", "onomondo", "pressone")
                .isSorted();
        assertThat(Simulators.find("pressone").carrier()).isEqualTo("pressone");
    }

    @Test
    void an_unknown_carrier_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Simulators.find("airola"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'airola'", "airalo", "onomondo", "pressone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"airalo", "pressone", "onomondo"})
    void the_same_options_give_the_same_carrier_on_another_port(final String carrier) {
        try (SimulatedCarrier one = Simulators.find(carrier).start(OPTIONS);
                SimulatedCarrier other = Simulators.find(carrier).start(OPTIONS)) {
            assertThat(one.address()).isNotEqualTo(other.address());
            assertThat(one.sims()).hasSize(100).isEqualTo(other.sims());
            assertThat(one.records()).isEqualTo(other.records());
            assertThat(one.tagTotals()).isEqualTo(other.tagTotals());
            assertThat(one.unknownSim()).isEqualTo(other.unknownSim());
            assertThat(one.settings().keySet()).startsWith("provider", "base-url");
            assertThat(one.settings())
                    .containsEntry("provider", carrier)
                    .containsEntry("base-url", one.address().toString())
                    .usingRecursiveComparison()
                    .ignoringFields("base-url")
                    .isEqualTo(other.settings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"airalo", "pressone", "onomondo"})
    void another_seed_gives_another_population_and_other_credentials(final String carrier) {
        final SimulatorOptions otherSeed = new SimulatorOptions(8, 100, 0, true, OPTIONS.clock());
        try (SimulatedCarrier one = Simulators.find(carrier).start(OPTIONS);
                SimulatedCarrier other = Simulators.find(carrier).start(otherSeed)) {
            assertThat(one.sims()).doesNotContainAnyElementsOf(other.sims());
            assertThat(one.settings().values())
                    .filteredOn(other.settings()::containsValue)
                    .containsExactly(carrier);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"airalo", "pressone", "onomondo"})
    void sims_are_distinct_and_the_unknown_one_is_not_among_them(final String carrier) {
        try (SimulatedCarrier simulated = Simulators.find(carrier).start(OPTIONS.withSims(2_000))) {
            assertThat(simulated.sims())
                    .extracting(SimTruth::sim)
                    .hasSize(2_000)
                    .doesNotHaveDuplicates()
                    .doesNotContain(simulated.unknownSim());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"airalo", "pressone", "onomondo"})
    void a_carrier_of_a_hundred_sims_starts_at_once(final String carrier) {
        final CarrierSimulator simulator = Simulators.find(carrier);
        simulator.start(OPTIONS).close();
        final Instant before = Instant.now();

        simulator.start(OPTIONS).close();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
}
