package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.store.StoreTalk.Ended;
import dev.anycarrier.simulation.store.StoreTalk.Lease;
import java.util.Optional;

/** Which leave a request was sent with, and how long that lasted. */
final class Leases {

    private Leases() {}

    /** The last leave of that kind that a request's node had been given. */
    static Optional<Lease> of(final NodesEvidence evidence, final String what, final LedgerEntry entry) {
        return evidence.talk.leases().stream()
                .filter(lease -> lease.what().equals(what)
                        && lease.process().equals(entry.process())
                        && lease.at() <= entry.written())
                .reduce((earlier, later) -> later);
    }

    /** Whether a leave is neither over nor given back by then, so that nobody else may have one. */
    static boolean isOpen(final NodesEvidence evidence, final Lease lease, final long at) {
        return at > lease.at()
                && at < lease.until()
                && !evidence.talk.wasEmptied(lease.at(), at)
                && evidence.talk.ended().stream().noneMatch(end -> isEnd(end, lease) && end.arrival() <= at);
    }

    /** Whether that is how a leave ended. */
    static boolean isEnd(final Ended end, final Lease lease) {
        return end.process().equals(lease.process())
                && end.what().equals(lease.what())
                && end.number() == lease.number();
    }
}
