package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.store.StoreTalk;
import dev.anycarrier.simulation.store.StoreTalk.Ended;
import dev.anycarrier.simulation.store.StoreTalk.Lease;
import dev.anycarrier.simulation.store.StoreTalk.Refused;
import dev.anycarrier.simulation.store.StoreTalk.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the store says shows that nobody had a say who had taken too long, and that nobody is waited for without end.
 */
final class Fenced {

    private Fenced() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        evidence.talk.ended().forEach(end -> late(evidence, end, broken));
        evidence.talk.refused().forEach(refused -> endless(evidence, refused, broken));
        backwards(evidence, broken);
    }

    private static void late(final NodesEvidence evidence, final Ended end, final Consumer<String> broken) {
        if (end.taken()
                && evidence.talk.leases().stream()
                        .anyMatch(lease -> Leases.isEnd(end, lease) && end.arrival() >= lease.until())) {
            broken.accept("a late token counts: " + end);
        }
    }

    /** Somebody is told to wait for another: then another has leave. */
    private static void endless(final NodesEvidence evidence, final Refused refused, final Consumer<String> broken) {
        final boolean open = evidence.talk.leases().stream()
                .anyMatch(lease -> lease.what().equals(refused.what())
                        && lease.at() <= refused.at()
                        && lease.until() >= refused.at());
        if (!open) {
            broken.accept("waits for nobody: " + refused);
        }
    }

    /** What is known never becomes older. */
    private static void backwards(final NodesEvidence evidence, final Consumer<String> broken) {
        final Map<String, Seen> latest = new HashMap<>();
        for (final Seen seen : evidence.talk.seen()) {
            final Seen before = latest.put(seen.what(), seen);
            if (before != null && before.order() > seen.order() && !evidence.talk.wasEmptied(before.at(), seen.at())) {
                broken.accept("went back: " + seen + " after " + before);
            }
        }
        evidence.talk.leases().forEach(lease -> again(evidence, lease, broken));
    }

    /** A leave to fetch has a number above all before. */
    private static void again(final NodesEvidence evidence, final Lease lease, final Consumer<String> broken) {
        if (lease.what().equals(StoreTalk.TOKEN)
                && evidence.talk.leases().stream()
                        .anyMatch(other -> other.what().equals(StoreTalk.TOKEN)
                                && other.at() < lease.at()
                                && other.number() >= lease.number())) {
            broken.accept("a fence no higher than before: " + lease);
        }
    }
}
