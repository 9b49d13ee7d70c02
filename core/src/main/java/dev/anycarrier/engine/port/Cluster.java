package dev.anycarrier.engine.port;

import java.time.Duration;

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
     * One account's part. No I/O.
     *
     * @param account the key of an account: its name, carrier and address, the same on all nodes
     */
    ClusterAccount account(String account, ClusterTerms terms);

    /** Lets go of connections; whoever waits for an answer gets a failure. Idempotent. */
    @Override
    void close();
}
