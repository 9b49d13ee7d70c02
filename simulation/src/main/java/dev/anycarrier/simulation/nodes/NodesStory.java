package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.CarrierOptions;
import dev.anycarrier.simulation.fleet.Faults;
import dev.anycarrier.simulation.store.StoreFaults;
import java.time.Duration;
import java.util.List;

/**
 * What happens to several nodes under one seed, but for the order in which threads take turns.
 *
 * @param seed what it was drawn from
 * @param length how long the clients ask, about
 * @param carrier what the carrier is like
 * @param interval within which it has nothing new to say of a SIM
 * @param nodes the nodes
 * @param slack how long a permit may be used
 * @param timeout how long a node waits for the store
 * @param faults what goes wrong at the carrier
 * @param storeFaults what goes wrong between the nodes
 */
public record NodesStory(
        long seed,
        Duration length,
        CarrierOptions carrier,
        Duration interval,
        List<NodePlan> nodes,
        Duration slack,
        Duration timeout,
        Faults faults,
        StoreFaults storeFaults) {

    /** The longest that one request takes. */
    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);

    /** Copies the nodes. */
    public NodesStory {
        nodes = List.copyOf(nodes);
    }

    /** Draws one. */
    public static NodesStory of(final long seed) {
        return NodesDraw.of(seed);
    }

    /** The same where less goes wrong. */
    NodesStory with(final Faults otherFaults, final StoreFaults otherStoreFaults) {
        return new NodesStory(seed, length, carrier, interval, nodes, slack, timeout, otherFaults, otherStoreFaults);
    }
}
