package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;

/** A node's way to the store. */
public final class StoreConnection implements Cluster {

    private final SimulatedStore store;
    private final StoreLine line;
    private final String node;

    /**
     * A way that nothing has passed yet.
     *
     * @param node the process, for the story
     * @param time the node's own
     */
    public StoreConnection(final SimulatedStore store, final String node, final TimeSource time) {
        this.store = store;
        this.line = new StoreLine(store, time);
        this.node = node;
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Duration slack() {
        return store.slack();
    }

    @Override
    public ClusterAccount account(final String account, final ClusterTerms terms) {
        return new ConnectedAccount(store, line, node, account, terms);
    }

    @Override
    public void close() {
        line.close();
    }
}
