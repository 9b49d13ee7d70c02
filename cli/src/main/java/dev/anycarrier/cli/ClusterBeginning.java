package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says of an account that nothing was sent lately. */
final class ClusterBeginning {

    private ClusterBeginning() {}

    /** Says it. */
    static ExitCode of(final String account, final Settings settings, final Surroundings surroundings) {
        final KeyReader reader = new KeyReader(ClusterSettings.of(settings).openRedis());
        try (Anycarrier carriers =
                Anycarrier.builder().settings(settings).cluster(reader).build()) {
            // Known by its settings; asked nothing.
            final String start = carriers.account(account).name() + " ";
            reader.keys.stream().filter(key -> key.startsWith(start)).forEach(reader.redis::begin);
            surroundings.say("anycarrier: nothing counts as sent by the account " + account + " until now");
            return ExitCode.OK;
        }
    }

    /** What the engine calls its accounts towards the nodes. */
    private static final class KeyReader implements Cluster {

        private final RedisCluster redis;
        private final List<String> keys = new ArrayList<>();

        KeyReader(final RedisCluster redis) {
            this.redis = redis;
        }

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
            keys.add(account);
            return redis.account(account, terms);
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
