package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;

/**
 * What is to be tried.
 *
 * @param factory makes the provider
 * @param simulator starts the carrier it speaks to
 * @param seed draws the carrier's population
 */
record Candidate(UsageProviderFactory factory, CarrierSimulator simulator, long seed) {

    /** The same before a carrier of another population. */
    Candidate elsewhere() {
        return new Candidate(factory, simulator, seed + 1);
    }
}
