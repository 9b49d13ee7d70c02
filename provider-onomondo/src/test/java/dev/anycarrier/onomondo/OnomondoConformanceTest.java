package dev.anycarrier.onomondo;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.carriers.OnomondoSimulator;
import dev.anycarrier.testkit.conformance.UsageProviderConformance;

/** Onomondo's provider keeps every rule of the kit. */
class OnomondoConformanceTest extends UsageProviderConformance {

    @Override
    protected UsageProviderFactory factory() {
        return new OnomondoProviderFactory();
    }

    @Override
    protected CarrierSimulator carrier() {
        return new OnomondoSimulator();
    }
}
