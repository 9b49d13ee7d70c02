package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import java.util.function.BiFunction;

/** Simulators of Acme with something else about the carrier. */
final class AcmeCarriers {

    private AcmeCarriers() {}

    /** Acme's carrier, changed once it has started. */
    static CarrierSimulator changed(final BiFunction<SimulatedCarrier, SimulatorOptions, SimulatedCarrier> change) {
        final AcmeSimulator acme = new AcmeSimulator();
        return new CarrierSimulator() {
            @Override
            public String carrier() {
                return acme.carrier();
            }

            @Override
            public SimulatedCarrier start(final SimulatorOptions options) {
                return change.apply(acme.start(options), options);
            }
        };
    }
}
