package dev.anycarrier.simulation.nodes;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.Said;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimRef;
import java.util.List;
import java.util.Optional;

/** A client of a node that asks its questions one after the other. */
final class NodeClient {

    private final Simulation simulation;
    private final NodesEvidence evidence;
    private final String process;
    private final List<NodeCall> calls;
    private final int[] next;
    private final int client;
    private final Anycarrier carriers;

    NodeClient(
            final Simulation simulation,
            final NodesEvidence evidence,
            final String process,
            final List<NodeCall> calls,
            final int[] next,
            final int client,
            final Anycarrier carriers) {
        this.simulation = simulation;
        this.evidence = evidence;
        this.process = process;
        this.calls = calls;
        this.next = next;
        this.client = client;
        this.carriers = carriers;
    }

    void run() {
        while (next[client] < calls.size()) {
            final NodeCall call = calls.get(next[client]++);
            try {
                simulation.time().sleep(call.pause());
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ask(call);
        }
    }

    private void ask(final NodeCall call) {
        final String sim = evidence.carrier.options().population().iccid(call.sim());
        final long begun = now();
        evidence.asked++;
        evidence.underWay.add(process);
        Optional<UsageResult> result = Optional.empty();
        Optional<Throwable> failure = Optional.empty();
        try {
            result = Optional.of(carriers.usage(new SimRef(evidence.carrier.account(), Iccid.of(sim)), call.options()));
        } catch (final RuntimeException | Error e) {
            if (Simulation.isKill(e)) {
                throw e;
            }
            failure = Optional.of(e);
        }
        evidence.underWay.remove(process);
        evidence.outcomes.add(new NodeOutcome(process, call, sim, begun, now(), result, failure));
        final String thrown = failure.map(Throwable::toString).orElse("nothing");
        simulation.log(call.sim() + ": " + result.map(NodeClient::shown).orElse(thrown));
    }

    private long now() {
        return simulation.time().elapsed().toNanos();
    }

    private static String shown(final UsageResult result) {
        return result.getClass().getSimpleName() + " " + result.age() + " " + Said.buckets(result.report());
    }
}
