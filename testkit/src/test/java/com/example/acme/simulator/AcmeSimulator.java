package com.example.acme.simulator;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;

/** Simulates Acme. */
public final class AcmeSimulator implements CarrierSimulator {

    @Override
    public String carrier() {
        return "acme";
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        return new AcmeCarrier(options);
    }
}
