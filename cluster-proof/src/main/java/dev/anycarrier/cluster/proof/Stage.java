package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.NodeStory;
import dev.anycarrier.cluster.proof.law.Terms;
import dev.anycarrier.cluster.testing.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A carrier, a Redis, and the nodes, with clocks that do not agree. Its methods are for one thread at a time. */
final class Stage implements AutoCloseable {

    static final int NODES = 3;

    private static final List<Duration> WRONG_BY =
            List.of(Duration.ofMinutes(-5), Duration.ZERO, Duration.ofMinutes(5));

    private final Watch watch = new Watch();
    private final Terms terms;
    private final int sims;
    private final Path folder;
    private final Optional<String> jdbcUrl;
    private final boolean apart;
    private final SplittableRandom random;
    private final RedisServer redis;
    private final ProofCarrier carrier;
    private final List<NodeProcess> living = new ArrayList<>();
    private final List<NodeProcess> all = new ArrayList<>();

    /**
     * Starts everything, and waits for nothing.
     *
     * @param sims how many SIMs are asked about
     * @param folder where the nodes' orders and what they complain of are kept
     * @param jdbcUrl where PostgreSQL is, if the nodes are to work on sweeps and not to ask by themselves
     * @param apart whether the nodes know nothing of each other
     */
    Stage(
            final long seed,
            final Terms terms,
            final int sims,
            final Path folder,
            final Optional<String> jdbcUrl,
            final boolean apart) {
        this.terms = terms;
        this.sims = sims;
        this.folder = folder;
        this.jdbcUrl = jdbcUrl;
        this.apart = apart;
        this.random = new SplittableRandom(seed);
        this.redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
        this.carrier = new ProofCarrier(seed, terms, watch);
        for (int i = 0; i < NODES; i++) {
            startNode(WRONG_BY.get(i));
        }
    }

    Watch watch() {
        return watch;
    }

    RedisServer redis() {
        return redis;
    }

    ProofCarrier carrier() {
        return carrier;
    }

    Terms terms() {
        return terms;
    }

    /** The nodes that are there now. */
    List<NodeProcess> living() {
        return List.copyOf(living);
    }

    /** All nodes that there were. */
    List<NodeProcess> all() {
        return List.copyOf(all);
    }

    NodeProcess anyNode() {
        return living.get(random.nextInt(living.size()));
    }

    void kill(final NodeProcess node) {
        living.remove(node);
        node.kill();
    }

    void startAnother() {
        startNode(WRONG_BY.get(random.nextInt(WRONG_BY.size())));
    }

    /** Lets all nodes come to their end. */
    List<NodeStory> end() {
        living.parallelStream().forEach(NodeProcess::stop);
        living.clear();
        return all.stream().map(NodeProcess::story).toList();
    }

    @Override
    public void close() {
        all.forEach(NodeProcess::close);
        carrier.close();
        redis.close();
    }

    private void startNode(final Duration wrongBy) {
        final String name = "node-" + (all.size() + 1);
        final Orders orders = new Orders(
                name,
                random.nextLong(Long.MAX_VALUE),
                carrier.address(),
                redis.uri(),
                apart ? name : "nodes",
                terms,
                sims,
                wrongBy,
                jdbcUrl);
        final NodeProcess node = NodeProcess.start(orders, folder, watch);
        living.add(node);
        all.add(node);
    }
}
