package dev.anycarrier.simulation.nodes;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.simulation.fleet.SimulatedWire;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.simulation.store.SimulatedStore;
import dev.anycarrier.simulation.store.StoreConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One life of a node: opens the front door, lets its clients ask what was not asked yet, and closes. */
final class Node {

    private final Simulation simulation;
    private final SimulatedStore store;
    private final NodesEvidence evidence;
    private final NodePlan plan;
    private final int[] next;
    private final String process;

    /**
     * A node that has not begun.
     *
     * @param next which question of each client is the next; it outlives the node
     */
    Node(
            final Simulation simulation,
            final SimulatedStore store,
            final NodesEvidence evidence,
            final NodePlan plan,
            final int[] next,
            final String process) {
        this.simulation = simulation;
        this.store = store;
        this.evidence = evidence;
        this.plan = plan;
        this.next = next;
        this.process = process;
    }

    void run() {
        try (Anycarrier carriers = open()) {
            final List<SimulatedThread> threads = new ArrayList<>();
            for (int client = 0; client < plan.clients().size(); client++) {
                final NodeClient asking = new NodeClient(
                        simulation, evidence, process, plan.clients().get(client), next, client, carriers);
                threads.add(simulation.start(process + "-client-" + client, asking::run));
            }
            threads.forEach(SimulatedThread::join);
        }
    }

    private Anycarrier open() {
        final NodeTime time = new NodeTime(simulation.time(), plan.wrong(), plan.origin());
        final Ports outside = simulation.ports();
        final Ports ports = new Ports(
                time,
                new NodeThreads(outside.threads(), time),
                outside.resolver(),
                new SplittableRandom(evidence.story.seed() ^ process.hashCode()));
        return Anycarrier.builder()
                .settings(settings())
                .ports(ports)
                .cluster(new StoreConnection(store, process, time))
                .wires((account, options) -> new NodeWire(
                        new SimulatedWire(simulation, evidence.carrier, process, options.maximumBodyBytes()), time))
                .build();
    }

    private Settings settings() {
        final SimulatedCarrier carrier = evidence.carrier;
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        carrier.settings().forEach((key, value) -> settings.set(carrier.account() + "." + key, value));
        return settings.set(
                        carrier.account() + ".minimum-interval",
                        evidence.story.interval().toSeconds() + "s")
                .set(carrier.account() + ".attempt-timeout", NodesStory.ATTEMPT_TIMEOUT.toSeconds() + "s")
                .secret(carrier.options().secretSetting(), carrier.credentials())
                .build();
    }
}
