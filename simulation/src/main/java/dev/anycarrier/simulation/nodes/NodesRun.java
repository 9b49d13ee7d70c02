package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.Fleet;
import dev.anycarrier.simulation.schedule.SimulatedProcess;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.simulation.store.SimulatedStore;
import dev.anycarrier.simulation.store.StoreFault;
import dev.anycarrier.simulation.store.StoreFaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays a story of several nodes from its beginning to its end. */
final class NodesRun {

    private static final Duration PATIENCE = Duration.ofDays(20);

    private final Simulation simulation;
    private final SimulatedStore store;
    private final NodesEvidence evidence;
    private final List<int[]> next = new ArrayList<>();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final int[] lives;

    private NodesRun(final Simulation simulation, final SimulatedStore store, final NodesEvidence evidence) {
        this.simulation = simulation;
        this.store = store;
        this.evidence = evidence;
        this.lives = new int[evidence.story.nodes().size()];
    }

    static NodesEvidence play(final NodesStory story) {
        final Simulation simulation = Simulation.of(story.seed());
        final Fleet fleet = new Fleet(simulation, List.of(story.carrier()), story.faults(), (fault, sim) -> {}, true);
        final SimulatedStore store = new SimulatedStore(
                simulation, story.storeFaults(), story.slack(), story.timeout(), story.seed() * 1_000_003);
        final NodesEvidence evidence =
                new NodesEvidence(story, fleet.carrier(story.carrier().account()), store.talk());
        new NodesRun(simulation, store, evidence).run();
        return evidence;
    }

    private void run() {
        try {
            final List<String> left = simulation.run(this::direct);
            if (!left.isEmpty()) {
                evidence.broken = "threads were left when everything was over: " + left;
            }
        } catch (final RuntimeException | AssertionError e) {
            evidence.broken = "the story broke off: " + e;
        }
        evidence.log = simulation.log().toString();
        evidence.logHash = simulation.log().hash();
    }

    private void direct() {
        for (int node = 0; node < lives.length; node++) {
            next.add(new int[evidence.story.nodes().get(node).clients().size()]);
            processes.add(begin(node));
        }
        for (final StoreFault fault : evidence.story.storeFaults().sudden()) {
            sleepUntil(fault.from());
            simulation.log("fault " + fault);
            if (fault.kind() == StoreFaultKind.EMPTIED) {
                store.empty();
            } else {
                crash(fault);
            }
        }
        final long end = simulation.time().nanoTime() + PATIENCE.toNanos();
        for (int node = 0; node < lives.length; node++) {
            if (!joined(processes.get(node), end)) {
                evidence.broken = "the clients never came to their end: " + simulation.threads();
                return;
            }
        }
    }

    private SimulatedProcess begin(final int node) {
        final String name = "node" + node + "." + lives[node]++;
        return simulation.startProcess(
                name,
                new Node(simulation, store, evidence, evidence.story.nodes().get(node), next.get(node), name)::run);
    }

    /** Whatever else happens meanwhile waits until the next node is there. */
    private void crash(final StoreFault fault) {
        final int node = (int) (fault.amount() % lives.length);
        final SimulatedProcess process = processes.get(node);
        process.kill();
        evidence.deaths.put(process.name(), simulation.time().elapsed().toNanos());
        sleepUntil(simulation.time().elapsed().plusMillis(fault.amount() / lives.length));
        processes.set(node, begin(node));
    }

    private void sleepUntil(final Duration time) {
        final Duration wait = time.minus(simulation.time().elapsed());
        if (!wait.isNegative()) {
            try {
                simulation.time().sleep(wait);
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean joined(final SimulatedProcess process, final long end) {
        try {
            return process.first().join(end);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
