package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account of which several nodes know, once its limits are known. Thread-safe. */
public final class SharedAccount {

    private final Cluster cluster;
    private final String key;
    private final Duration attemptTimeout;
    private final Duration keptFor;
    private final Optional<OwnShare> share;
    private volatile @Nullable ClusterAccount account;

    /**
     * An account that nothing can be asked of yet.
     *
     * @param key the account's, the same on all nodes
     * @param attemptTimeout the longest that a request takes
     * @param keptFor how long after its receipt a value is forgotten
     */
    public SharedAccount(
            final Cluster cluster,
            final String key,
            final Duration attemptTimeout,
            final Duration keptFor,
            final Ports ports) {
        this.cluster = cluster;
        this.key = key;
        this.attemptTimeout = attemptTimeout;
        this.keptFor = keptFor;
        this.share = cluster.localShare().map(its -> new OwnShare(its, cluster.slack(), key, attemptTimeout, ports));
    }

    /** Holds to these limits from now on. To be called before anything is asked. */
    public void enforce(final List<RateLimit> limits) {
        share.ifPresent(its -> its.enforce(limits));
        account = cluster.account(key, new ClusterTerms(limits, attemptTimeout, lease(), keptFor));
    }

    /** What the nodes share of it. */
    public ClusterAccount store() {
        return Objects.requireNonNull(account, "the limits come first");
    }

    /** What this node may send by itself; empty unless that is configured. */
    Optional<OwnShare> share() {
        return share;
    }

    /**
     * The store did not answer when it was asked for a token.
     *
     * @param askedAt when that was, on the monotonic clock
     * @return whether this node may fetch one by itself, if its share allows it
     */
    public boolean mayFetchWithoutStore(final long askedAt) {
        return share.isPresent()
                && share.get().away(askedAt)
                && share.get().usableUntil().isPresent();
    }

    /** The account's key. */
    public String key() {
        return key;
    }

    /** How long after it was asked for a permit may be used. */
    public Duration slack() {
        return cluster.slack();
    }

    /** The longest that one request takes once it is written. */
    public Duration attemptTimeout() {
        return attemptTimeout;
    }

    /** Long enough for a request that is written when an attempt's time has passed since the lease was given. */
    private Duration lease() {
        return attemptTimeout.plus(cluster.slack()).multipliedBy(2);
    }
}
