package dev.anycarrier.simulation.nodes;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.simulation.fleet.SimulatedWire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;

/**
 * A node's way to the carrier.
 *
 * @param wire the way
 * @param time the node's own
 */
record NodeWire(SimulatedWire wire, NodeTime time) implements Wire {

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        return wire.send(request, time.outside(deadline), written);
    }

    @Override
    public void dropIdleConnections() {
        wire.dropIdleConnections();
    }

    @Override
    public void close() {
        wire.close();
    }
}
