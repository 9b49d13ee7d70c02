package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.ProviderEvents;

/**
 * Counts what one account's provider notices. After an answer about another SIM no connection is used again that may hold
 * more of them.
 *
 * @param statistics where it is counted
 * @param wire whose connections these are
 */
public record AccountEvents(Statistics statistics, Wire wire) implements ProviderEvents {

    @Override
    public void unknownFields(final int count) {
        statistics.ignored(count);
    }

    @Override
    public void anotherSim() {
        statistics.anotherSim();
        wire.dropIdleConnections();
    }
}
