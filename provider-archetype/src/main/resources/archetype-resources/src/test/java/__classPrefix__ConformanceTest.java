package ${package};

import ${package}.simulator.${classPrefix}Simulator;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.UsageProviderConformance;

class ${classPrefix}ConformanceTest extends UsageProviderConformance {

    @Override
    protected UsageProviderFactory factory() {
        return new ${classPrefix}ProviderFactory();
    }

    @Override
    protected CarrierSimulator carrier() {
        return new ${classPrefix}Simulator();
    }
}
