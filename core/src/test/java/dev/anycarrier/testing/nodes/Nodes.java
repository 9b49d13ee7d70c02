package dev.anycarrier.testing.nodes;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Nodes of one account at one carrier, over one store. */
public final class Nodes implements AutoCloseable {

    /** How long a node that asks keeps others from doing the same, at the usual time of one attempt. */
    public static final Duration LEASE = Duration.ofSeconds(21);

    private static final String KEY = "main ledger https://api.example.com";
    private static final Duration[] WRONG = {Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ZERO};

    public final World world = new World();
    public final LedgerCarrier carrier = new LedgerCarrier(world);
    public final MemoryCluster cluster = new MemoryCluster(world);

    /** Which node's calls were answered from where, in their order. */
    public final List<String> answers = new CopyOnWriteArrayList<>();

    private final List<Anycarrier> opened = new ArrayList<>();
    private final List<MemoryCluster.Node> connections = new ArrayList<>();
    private final Duration minimumInterval;
    private final List<RateLimit> limits;

    /** As many nodes as wanted; the clock of the first is five minutes ahead, that of the second five minutes behind. */
    public Nodes(final int count, final Duration minimumInterval, final RateLimit... limits) {
        this.minimumInterval = minimumInterval;
        this.limits = List.of(limits);
        for (int i = 0; i < count; i++) {
            open(Map.of());
        }
    }

    /** One node more, with other settings. Returns which. */
    public int open(final Map<String, String> others) {
        final int node = opened.size();
        final String name = "node-" + node;
        final Map<String, String> settings = new HashMap<>();
        settings.put("main.provider", "ledger");
        settings.put("main.base-url", "https://api.example.com");
        settings.put("main.api-key", "planted-secret");
        settings.put("main.maximum-attempts", "1");
        settings.put("main.maximum-age", "1m");
        others.forEach((key, value) -> settings.put("main." + key, value));
        final MemoryCluster.Node connection = cluster.node(name);
        connections.add(connection);
        opened.add(Anycarrier.builder()
                .factory(new LedgerFactory(minimumInterval, limits))
                .settings(Settings.of(settings))
                .ports(world.ports(WRONG[node % WRONG.length], node + 1L))
                .wires((account, options) -> carrier.wire(name))
                .cluster(connection)
                .listener(start -> end -> answers.add(start.node().orElseThrow() + " " + end.cache()))
                .build());
        return node;
    }

    public Anycarrier node(final int node) {
        return opened.get(node);
    }

    public MemoryCluster.Node connection(final int node) {
        return connections.get(node);
    }

    public int size() {
        return opened.size();
    }

    /** What yet another node would see of the account. */
    public ClusterAccount store() {
        return cluster.node("other")
                .account(KEY, new ClusterTerms(limits, Duration.ofSeconds(10), LEASE, Duration.ofHours(24)));
    }

    /** Asks a node about a SIM. */
    public UsageResult ask(final int node, final String sim) {
        return ask(node, sim, CallOptions.defaults());
    }

    public UsageResult ask(final int node, final String sim, final CallOptions options) {
        return opened.get(node).usage(SimRef.parse("main:" + sim), options);
    }

    @Override
    public void close() {
        opened.forEach(Anycarrier::close);
    }
}
