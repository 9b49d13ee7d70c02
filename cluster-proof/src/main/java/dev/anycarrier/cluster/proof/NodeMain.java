package dev.anycarrier.cluster.proof;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.cluster.RedisClusterBuilder;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.Secret;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * A node in a process of its own. It is given a file of orders, and works until its standard input ends: it asks about SIMs
 * drawn by chance and says on standard output what it asks and what comes of it, or it takes part in sweeps.
 */
public final class NodeMain {

    private static final String KEY_OF_TOKENS = "a key of the proof, of more than 32 characters";

    private NodeMain() {}

    /** Runs a node to its end. */
    public static void main(final String[] arguments) throws Exception {
        final Properties orders = read(Path.of(arguments[0]));
        final long seed = Long.parseLong(orders.getProperty("node.seed"));
        final Ports ports = Ports.system()
                .withTime(new ShiftedTime(
                        Duration.parse(orders.getProperty("node.wrong-by")),
                        Duration.ofDays(seed % 1000).toNanos()));
        try (Anycarrier carriers = Anycarrier.builder()
                .settings(Settings.of(settings(orders)))
                .ports(ports)
                .cluster(cluster(orders))
                .build()) {
            final String jdbcUrl = orders.getProperty("node.jdbc");
            if (jdbcUrl == null) {
                ask(carriers, ports, seed, Integer.parseInt(orders.getProperty("node.sims")));
            } else {
                sweep(carriers, jdbcUrl, orders.getProperty("node.name"));
            }
        }
    }

    private static void ask(final Anycarrier carriers, final Ports ports, final long seed, final int sims)
            throws IOException, InterruptedException {
        final Askers askers = new Askers(carriers.account(Orders.ACCOUNT), ports.time(), sims, System.out);
        askers.start(seed);
        awaitOrderToStop();
        askers.stop();
    }

    private static void sweep(final Anycarrier carriers, final String jdbcUrl, final String name) throws IOException {
        try (ClusterSweeps sweeps = ClusterSweeps.builder()
                .database(jdbcUrl)
                .carriers(carriers)
                .node(name)
                .heartbeat(Duration.ofMillis(500))
                .build()) {
            System.out.println("works on " + sweeps.getClass().getSimpleName());
            awaitOrderToStop();
        }
    }

    private static void awaitOrderToStop() throws IOException {
        int next = System.in.read();
        while (next >= 0) {
            next = System.in.read();
        }
    }

    private static RedisCluster cluster(final Properties orders) {
        final RedisClusterBuilder builder = RedisCluster.builder()
                .redis(URI.create(orders.getProperty("node.redis")))
                .prefix(orders.getProperty("node.prefix"))
                .node(orders.getProperty("node.name"))
                .slack(Duration.parse(orders.getProperty("node.slack")));
        if (Boolean.parseBoolean(orders.getProperty("node.shares-tokens"))) {
            builder.tokenKey(Secret.of(KEY_OF_TOKENS));
        }
        return builder.build();
    }

    private static Map<String, String> settings(final Properties orders) {
        final Map<String, String> settings = new LinkedHashMap<>();
        orders.stringPropertyNames().stream()
                .filter(name -> name.startsWith(Orders.ACCOUNT + "."))
                .forEach(name -> settings.put(name, orders.getProperty(name)));
        return settings;
    }

    private static Properties read(final Path file) throws IOException {
        final Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
