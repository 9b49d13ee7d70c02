package dev.anycarrier.simulation.nodes;

import java.time.Duration;
import java.util.List;

/**
 * What one node is like, and what its clients ask.
 *
 * @param wrong how far its wall clock is off
 * @param origin how far its monotonic clock is from that of the simulation, in nanoseconds
 * @param clients the questions of each client
 */
record NodePlan(Duration wrong, long origin, List<List<NodeCall>> clients) {

    NodePlan {
        clients = List.copyOf(clients);
    }
}
