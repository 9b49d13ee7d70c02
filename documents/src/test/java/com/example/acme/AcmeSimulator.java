package com.example.acme;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;

/** Its simulator. */
public final class AcmeSimulator implements CarrierSimulator {

    @Override
    public String carrier() {
        return "acme";
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        throw new UnsupportedOperationException("there is no such carrier");
    }
}
