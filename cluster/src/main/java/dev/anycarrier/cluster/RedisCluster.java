package dev.anycarrier.cluster;

import dev.anycarrier.cluster.redis.RedisNode;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.LocalShare;
import java.time.Duration;
import java.util.Optional;

/**
 * Several nodes as one towards their carriers, on a Redis that they share: its limits, tokens and last values hold for all of
 * them together. While Redis is away or slow nothing is sent, unless a {@linkplain RedisClusterBuilder#localShare local share} is
 * configured.
 *
 * <p>Redis has to keep what it is given (no eviction: {@code maxmemory-policy noeviction}) and to be a single master. What
 * was sent before its data began, after a restart without data or a failover, is not known: nothing is sent then until the
 * account's longest window has passed, unless somebody says that nothing was ({@link #begin}). Thread-safe.
 */
@SuppressWarnings("exports") // Users hand it over to the engine, which alone calls these.
public final class RedisCluster implements Cluster {

    private final RedisNode node;
    private final Optional<LocalShare> localShare;

    RedisCluster(final RedisNode node, final Optional<LocalShare> localShare) {
        this.node = node;
        this.localShare = localShare;
    }

    /** Begins the settings of one. */
    public static RedisClusterBuilder builder() {
        return new RedisClusterBuilder();
    }

    /** This node's name. */
    @Override
    public String node() {
        return node.node();
    }

    /** How long a permit may be used. */
    @Override
    public Duration slack() {
        return node.slack();
    }

    /** What this node may send by itself while Redis is away. */
    @Override
    public Optional<LocalShare> localShare() {
        return localShare;
    }

    /** For the engine. */
    @Override
    public ClusterAccount account(final String account, final ClusterTerms terms) {
        return node.account(account, terms);
    }

    /**
     * Reads what the store and its nodes are doing; a few round trips.
     *
     * @throws dev.anycarrier.spi.UsageException of kind {@code UNAVAILABLE} if Redis does not answer
     */
    public ClusterStatus status() {
        return node.status();
    }

    /**
     * Says that nothing was sent to an account's carrier lately, so that nothing need be waited for. To be said only by who
     * knows it, for example when the account is first used.
     *
     * @param account its key, as the {@linkplain #status() status} names it
     * @throws dev.anycarrier.spi.UsageException of kind {@code UNAVAILABLE} if Redis does not answer
     */
    public void begin(final String account) {
        node.begin(account);
    }

    /** Closes the connection; whoever waits for an answer gets a failure. No thread is left. Idempotent. */
    @Override
    public void close() {
        node.close();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
