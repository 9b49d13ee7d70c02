package dev.anycarrier.benchmarks.cluster;

import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import java.time.Duration;

/** A node whose accounts are new, so that nobody waits for what may have been sent before. */
record BegunCluster(RedisCluster redis) implements Cluster {

    @Override
    public String node() {
        return redis.node();
    }

    @Override
    public Duration slack() {
        return redis.slack();
    }

    @Override
    public ClusterAccount account(final String account, final ClusterTerms terms) {
        redis.begin(account);
        return redis.account(account, terms);
    }

    @Override
    public void close() {
        redis.close();
    }
}
