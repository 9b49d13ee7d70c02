package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;

/**
 * Simulates Airalo: prepaid balances that stand still, drawn from the seed and the month of the start.
 */
public final class AiraloSimulator implements CarrierSimulator {

    private static final BalanceDialect DIALECT = new AiraloDialect();

    /** For {@link java.util.ServiceLoader}. */
    public AiraloSimulator() {}

    @Override
    public String carrier() {
        return DIALECT.carrier();
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        return BalanceCarrier.start(options, DIALECT);
    }
}
