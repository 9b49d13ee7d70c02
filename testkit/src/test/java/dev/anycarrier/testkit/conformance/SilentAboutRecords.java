package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.usage.SimId;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A simulated carrier whose author has not written down what its records and totals are. */
record SilentAboutRecords(SimulatedCarrier carrierOfRecords) implements SimulatedCarrier {

    @Override
    public String carrier() {
        return carrierOfRecords.carrier();
    }

    @Override
    public URI address() {
        return carrierOfRecords.address();
    }

    @Override
    public Map<String, String> settings() {
        return carrierOfRecords.settings();
    }

    @Override
    public List<SimTruth> sims() {
        return carrierOfRecords.sims();
    }

    @Override
    public SimId unknownSim() {
        return carrierOfRecords.unknownSim();
    }

    @Override
    public Ledger ledger() {
        return carrierOfRecords.ledger();
    }

    @Override
    public void close() {
        carrierOfRecords.close();
    }
}
