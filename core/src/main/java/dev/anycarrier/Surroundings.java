package dev.anycarrier;

import dev.anycarrier.engine.net.WireFactory;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import java.util.List;
import java.util.Optional;

/**
 * What the accounts of one {@link Anycarrier} share.
 *
 * @param ports time, threads, names and chance
 * @param wires the way to the carriers
 * @param state what outlives the process
 * @param limiters what each account was allowed so far
 * @param cluster what other nodes share with this one
 * @param listeners who is told what happens
 */
record Surroundings(
        Ports ports,
        WireFactory wires,
        StateStore state,
        AccountLimiters limiters,
        Optional<Cluster> cluster,
        List<AnycarrierListener> listeners) {

    /** Lets go of what outlives the accounts. */
    void close() {
        state.close();
        cluster.ifPresent(Cluster::close);
    }
}
