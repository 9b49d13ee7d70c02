package dev.anycarrier.pressone;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.carriers.PressOneSimulator;
import dev.anycarrier.testkit.conformance.UsageProviderConformance;

/** PressOne's provider keeps every rule of the kit. */
class PressOneConformanceTest extends UsageProviderConformance {

    @Override
    protected UsageProviderFactory factory() {
        return new PressOneProviderFactory();
    }

    @Override
    protected CarrierSimulator carrier() {
        return new PressOneSimulator();
    }
}
