package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same as another simulated carrier, to be overridden. */
class SameCarrier implements SimulatedCarrier {

    private final SimulatedCarrier carrier;

    SameCarrier(final SimulatedCarrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public String carrier() {
        return carrier.carrier();
    }

    @Override
    public URI address() {
        return carrier.address();
    }

    @Override
    public Map<String, String> settings() {
        return carrier.settings();
    }

    @Override
    public List<SimTruth> sims() {
        return carrier.sims();
    }

    @Override
    public SimId unknownSim() {
        return carrier.unknownSim();
    }

    @Override
    public Optional<SimId> forbiddenSim() {
        return carrier.forbiddenSim();
    }

    @Override
    public List<UsageRecord> records() {
        return carrier.records();
    }

    @Override
    public boolean groupsByHour() {
        return carrier.groupsByHour();
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        return carrier.refusals();
    }

    @Override
    public Map<String, Quantity> tagTotals() {
        return carrier.tagTotals();
    }

    @Override
    public void revokeTokens() {
        carrier.revokeTokens();
    }

    @Override
    public Ledger ledger() {
        return carrier.ledger();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
