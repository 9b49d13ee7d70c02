package dev.anycarrier.benchmarks.cluster;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.benchmarks.Iccids;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimRef;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Nodes that ask about SIMs of two accounts at Airalo's stand-in. Its limit for each SIM stays, the account's is out of the
 * way.
 */
final class Nodes {

    private static final List<String> ACCOUNTS = List.of("one", "two");

    /** The first connection of a JVM takes long on a machine at work. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Nodes() {}

    /** One that is the first with its accounts on this Redis. */
    static Anycarrier first(final URI redis, final URI carrier) {
        return open(carrier).cluster(new BegunCluster(cluster("first", redis))).build();
    }

    /** One that joins them. */
    static Anycarrier next(final URI redis, final URI carrier) {
        return open(carrier).cluster(cluster("next", redis)).build();
    }

    /** A SIM of each account in turn. */
    static SimRef sim(final int number) {
        return new SimRef(ACCOUNTS.get(number % ACCOUNTS.size()), Iccid.of(Iccids.of(number)));
    }

    private static RedisCluster cluster(final String node, final URI redis) {
        return RedisCluster.builder().node(node).redis(redis).timeout(PATIENCE).build();
    }

    private static Anycarrier.Builder open(final URI carrier) {
        final var settings = Settings.builder().environment(Map.of()).systemProperties(Map.of());
        ACCOUNTS.forEach(account -> settings.set(account + ".provider", "airalo")
                .set(account + ".base-url", carrier.toString())
                .set(account + ".client-id", "benchmark")
                .set(account + ".client-secret", "of no value")
                .set(account + ".limit-account", "1000000/1s"));
        return Anycarrier.builder().settings(settings.build());
    }
}
