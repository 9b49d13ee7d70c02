package dev.anycarrier.simulation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.simulation.fleet.CarrierLimits.Allowed;
import dev.anycarrier.simulation.schedule.SeededChoice;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A sweep of {@code simulation.sims} SIMs across the three carriers: a few by default, a hundred thousand in the profile, and
 * as many as are asked for with {@code -Dsimulation.sims}.
 */
class ManySimsTest {

    private static final long SIMS = Long.getLong("simulation.sims", 3_000);

    @Test
    void a_sweep_of_many_sims_keeps_every_limit_and_gives_each_its_outcome() {
        final Simulation simulation = new Simulation(SeededChoice.withoutPreemption(new SplittableRandom(1)), 1);
        final long each = SIMS / 3;
        final Fleet fleet = new Fleet(
                simulation,
                List.of(
                        carrier("airalo", 11, each, limits(1, Duration.ofMinutes(15), 5, Duration.ofSeconds(1))),
                        carrier("pressone", 12, each, limits(100, Duration.ofMinutes(1), 50, Duration.ofSeconds(1))),
                        carrier(
                                "onomondo",
                                13,
                                each,
                                new CarrierLimits(
                                        Optional.empty(),
                                        Optional.of(new Allowed(600, Duration.ofMinutes(1))),
                                        Optional.empty()))),
                Faults.none(),
                (fault, sim) -> {},
                false);
        final SweepProgress[] end = new SweepProgress[1];
        final long[] delivered = {0};
        final List<String> left = simulation.run(() -> {
            try (Anycarrier carriers = open(simulation, fleet)) {
                end[0] = carriers.sweep(sims(fleet, each)).run(outcome -> delivered[0]++);
            }
        });
        assertThat(left).isEmpty();
        assertThat(delivered[0]).isEqualTo(3 * each);
        assertThat(end[0].ended()).isEqualTo(3 * each);
        assertThat(end[0].skipped()).isZero();
        for (final SimulatedCarrier carrier : fleet.carriers()) {
            assertThat(carrier.ledger().violations()).as(carrier.account()).isEmpty();
            assertThat(carrier.ledger().requests()).as(carrier.account()).isGreaterThanOrEqualTo(each);
        }
        System.out.printf(
                "%d SIMs in %s of virtual time, %d steps%n",
                3 * each, simulation.time().elapsed(), simulation.steps());
    }

    private static CarrierOptions carrier(
            final String provider, final int operator, final long sims, final CarrierLimits limits) {
        return new CarrierOptions(
                provider, provider, new Population(operator, operator, sims), limits, Duration.ofHours(6), 1_000);
    }

    private static CarrierLimits limits(
            final int sim, final Duration simWindow, final int account, final Duration accountWindow) {
        return new CarrierLimits(
                Optional.of(new Allowed(sim, simWindow)),
                Optional.of(new Allowed(account, accountWindow)),
                Optional.of(new Allowed(3, Duration.ofMinutes(1))));
    }

    private static Anycarrier open(final Simulation simulation, final Fleet fleet) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        for (final SimulatedCarrier carrier : fleet.carriers()) {
            carrier.settings().forEach((key, value) -> settings.set(carrier.account() + "." + key, value));
            settings.secret(carrier.options().secretSetting(), carrier.credentials());
            settings.set(carrier.account() + ".cached-sims", "1000");
        }
        return Anycarrier.builder()
                .settings(settings.build())
                .ports(simulation.ports())
                .wires((account, options) ->
                        new SimulatedWire(simulation, fleet.carrier(account), "p0", options.maximumBodyBytes()))
                .build();
    }

    private static Iterable<SimRef> sims(final Fleet fleet, final long each) {
        return () -> iterator(fleet, each);
    }

    private static Iterator<SimRef> iterator(final Fleet fleet, final long each) {
        return LongStream.range(0, 3 * each)
                .mapToObj(index -> {
                    final SimulatedCarrier carrier = fleet.carriers().get((int) (index % 3));
                    return new SimRef(
                            carrier.account(),
                            Iccid.of(carrier.options().population().iccid(index / 3)));
                })
                .iterator();
    }
}
