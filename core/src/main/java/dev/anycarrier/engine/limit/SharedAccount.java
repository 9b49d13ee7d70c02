package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account of which several nodes know, once its limits are known. Thread-safe. */
public final class SharedAccount {

    private final Cluster cluster;
    private final String key;
    private final Duration attemptTimeout;
    private final Duration keptFor;
    private volatile @Nullable ClusterAccount account;

    /**
     * An account that nothing can be asked of yet.
     *
     * @param key the account's, the same on all nodes
     * @param attemptTimeout the longest that a request takes
     * @param keptFor how long after its receipt a value is forgotten
     */
    public SharedAccount(
            final Cluster cluster, final String key, final Duration attemptTimeout, final Duration keptFor) {
        this.cluster = cluster;
        this.key = key;
        this.attemptTimeout = attemptTimeout;
        this.keptFor = keptFor;
    }

    /** Holds to these limits from now on. To be called before anything is asked. */
    public void enforce(final List<RateLimit> limits) {
        account = cluster.account(key, new ClusterTerms(limits, attemptTimeout, lease(), keptFor));
    }

    /** What the nodes share of it. */
    public ClusterAccount store() {
        return Objects.requireNonNull(account, "the limits come first");
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
