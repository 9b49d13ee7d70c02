package dev.anycarrier.engine.port;

import java.time.Duration;
import java.util.Optional;

/**
 * What several nodes share: the access tokens, limits and last values of their accounts, so that the laws of one process hold
 * for all of them together. Thread-safe.
 */
public interface Cluster extends AutoCloseable {

    /** This node's name, for people. */
    String node();

    /**
     * How long a permit may be used, counted on this node's monotonic clock from before it was asked for. The store counts each
     * permit for its window and this long besides, so that it does not matter when in that time the request leaves.
     */
    Duration slack();

    /**
     * What this node may send by itself once the store has been away for long: nothing unless it says so. For an
     * account's longest window, and for five minutes at least, nothing is sent then either; and a node that has heard nothing
     * from the store for as long keeps off for a window before it sends again, since others may have used their shares.
     * So the limits hold if the store is away for all nodes alike. A node that alone is cut off adds its share to the limit.
     */
    default Optional<LocalShare> localShare() {
        return Optional.empty();
    }

    /**
     * One account's part. No I/O.
     *
     * @param account the key of an account: its name, carrier and address, the same on all nodes
     */
    ClusterAccount account(String account, ClusterTerms terms);

    /** Lets go of connections; whoever waits for an answer gets a failure. Idempotent. */
    @Override
    void close();
}
