package dev.anycarrier.airalo;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.carriers.AiraloSimulator;
import dev.anycarrier.testkit.conformance.UsageProviderConformance;

/** Airalo's provider keeps every rule of the kit. */
class AiraloConformanceTest extends UsageProviderConformance {

    @Override
    protected UsageProviderFactory factory() {
        return new AiraloProviderFactory();
    }

    @Override
    protected CarrierSimulator carrier() {
        return new AiraloSimulator();
    }
}
