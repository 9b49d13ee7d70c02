package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;

/**
 * Simulates Onomondo: usage records of the month of the start and the one before, up to the moment of the start. Its
 * answers for records grouped by hours and for the total of a tag have a made-up shape, since none is published.
 */
public final class OnomondoSimulator implements CarrierSimulator {

    /** For {@link java.util.ServiceLoader}. */
    public OnomondoSimulator() {}

    @Override
    public String carrier() {
        return OnomondoCarrier.NAME;
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        return OnomondoCarrier.start(options);
    }
}
