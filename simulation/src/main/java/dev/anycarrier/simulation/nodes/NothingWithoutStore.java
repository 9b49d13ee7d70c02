package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.store.StoreFault;
import dev.anycarrier.simulation.store.StoreFaultKind;
import java.time.Duration;
import java.util.function.Consumer;

/** While the store is away nothing is sent but what it gave leave for right before. */
final class NothingWithoutStore {

    private static final long GRACE = Duration.ofMillis(1).toNanos();

    private NothingWithoutStore() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        for (final StoreFault away : evidence.story.storeFaults().of(StoreFaultKind.AWAY)) {
            final long from = away.from().plus(evidence.story.slack()).toNanos() + GRACE;
            for (final LedgerEntry entry : evidence.entries()) {
                if (entry.written() > from && entry.written() < away.end().toNanos()) {
                    broken.accept("sent while the store was away: " + entry);
                }
            }
        }
    }
}
