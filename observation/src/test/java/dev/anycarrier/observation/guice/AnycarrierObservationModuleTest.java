package dev.anycarrier.observation.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.guice.AnycarrierModule;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnycarrierObservationModuleTest {

    private final SimulatedCarrier carrier =
            Simulators.find("airalo").start(SimulatorOptions.seeded(7).withSims(1));
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void a_bound_registry_of_meters_is_enough() {
        ask(binder -> {});
        assertThat(meters.get("anycarrier.call").timer().count()).isEqualTo(1);
    }

    @Test
    void a_bound_registry_of_observations_is_used() {
        final TestObservationRegistry observations = TestObservationRegistry.create();
        ask(binder -> binder.bind(ObservationRegistry.class).toInstance(observations));
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("anycarrier.call")
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("cache", "asked");
        assertThat(meters.find("anycarrier.call").timer()).isNull();
    }

    private void ask(final Module others) {
        final Injector injector = Guice.createInjector(
                AnycarrierModule.of(Settings.of(settings())),
                AnycarrierObservationModule.create(),
                others,
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(MeterRegistry.class).toInstance(meters);
                    }
                });
        try (Anycarrier carriers = injector.getInstance(Anycarrier.class)) {
            carriers.account("airalo").usage(carrier.sims().get(0).sim());
            assertThat(meters.get("anycarrier.retries.left").gauge().value()).isPositive();
        }
    }

    private Map<String, String> settings() {
        final Map<String, String> settings = new TreeMap<>();
        carrier.settings().forEach((name, value) -> settings.put("airalo." + name, value));
        return settings;
    }
}
