package dev.anycarrier.cluster.redis;

import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** One node's part of what nodes share on Redis. Thread-safe. */
public final class RedisNode implements Cluster {

    private final RedisSettings settings;

    /** Connects only when something is asked. */
    public RedisNode(final RedisSettings settings) {
        this.settings = settings;
    }

    @Override
    public String node() {
        return settings.node();
    }

    @Override
    public Duration slack() {
        return settings.slack();
    }

    @Override
    public ClusterAccount account(final String account, final ClusterTerms terms) {
        throw UsageException.unavailable(UnavailableCause.LOCAL, account + terms)
                .build();
    }

    /** What the store and its nodes are doing. */
    public ClusterStatus status() {
        return new ClusterStatus(settings.server(), "", 0, 0, List.of(), List.of());
    }

    /** Nothing was sent lately, says who knows. */
    public void begin(final String account) {
        Objects.requireNonNull(account, "account");
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return settings.toString();
    }
}
