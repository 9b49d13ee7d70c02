package com.example.acme;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.UsageProviderConformance;

/** Acme keeps every rule of the kit. */
class AcmeConformanceTest extends UsageProviderConformance {

    @Override
    protected UsageProviderFactory factory() {
        return new AcmeProviderFactory();
    }

    @Override
    protected CarrierSimulator carrier() {
        return new AcmeSimulator();
    }
}
