package dev.anycarrier.cluster.redis;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Prints what a SIM takes in Redis and how long its answers take; on a server of its own. A program, no test. */
final class MeasureRedis {

    private static final String KEY = "main acme https://api.example.com";
    private static final int THREADS = 8;
    private static final ClusterTerms TERMS = new ClusterTerms(
            List.of(
                    new RateLimit(LimitScope.ACCOUNT, 1_000_000, Duration.ofMillis(100)),
                    new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(20))),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofDays(1));

    private final RedisNode node;
    private final ClusterAccount account;
    private final int sims;

    private MeasureRedis(final RedisNode node, final int sims) {
        this.node = node;
        this.account = node.account(KEY, TERMS);
        this.sims = sims;
    }

    /**
     * Measures.
     *
     * @param arguments how many SIMs; 200000 by default
     */
    public static void main(final String[] arguments) throws InterruptedException {
        final int sims = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        try (RedisServer server = RedisServer.start();
                RedisNode node = new StoreOfTests(server).realNode("measuring")) {
            node.begin(KEY);
            new MeasureRedis(node, sims).run();
        }
    }

    private void run() throws InterruptedException {
        for (int i = 0; i < 5000; i++) {
            account.look(Reports.sim(0));
        }
        final long before = node.status().usedMemory();
        print("permit, one thread", 1, 5000, i -> ask(sims + i));
        print("permit and value of each SIM", THREADS, sims, this::fetch);
        final long after = node.status().usedMemory();
        System.out.printf("%d bytes per SIM with its last value, times and name%n", (after - before) / (sims + 5000));
        print("value of another node", 1, 5000, i -> account.look(Reports.sim(i)));
        print("value of another node", THREADS, sims, i -> account.look(Reports.sim(i)));
    }

    private void fetch(final int number) {
        final SimId sim = Reports.sim(number);
        if (ask(number) instanceof ClusterAnswer.Granted granted) {
            account.landed(sim, granted.flight(), Optional.of(Reports.of(sim, number)), Duration.ZERO);
        } else {
            throw new IllegalStateException("no permit for " + number);
        }
    }

    private ClusterAnswer ask(final int number) {
        return account.ask(new ClusterRequest(
                false,
                Optional.of(Reports.sim(number)),
                Priority.SWEEP,
                Optional.of(new ClusterRequest.Wanted(Duration.ofMinutes(1), Duration.ofMinutes(1)))));
    }

    private static void print(final String what, final int threads, final int times, final Step step)
            throws InterruptedException {
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        final long start = System.nanoTime();
        IntStream.range(0, threads)
                .forEach(thread -> pool.execute(() -> {
                    for (int i = thread; i < times; i += threads) {
                        step.run(i);
                    }
                }));
        pool.shutdown();
        final boolean ended = pool.awaitTermination(10, TimeUnit.MINUTES);
        final double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s, %d threads: %.0f a second, %.0f microseconds each%s%n",
                what, threads, times / seconds, seconds * 1e6 * threads / times, ended ? "" : " (not ended)");
    }

    /** What is measured. */
    private interface Step {
        void run(int number);
    }
}
