package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;

/**
 * What is to be tried.
 *
 * @param factory makes the provider
 * @param simulator starts the carrier it speaks to
 * @param seed draws the carrier's population
 */
public record Candidate(UsageProviderFactory factory, CarrierSimulator simulator, long seed) {

    /** The same before a carrier of another population. */
    public Candidate elsewhere() {
        return new Candidate(factory, simulator, seed + 1);
    }
}
