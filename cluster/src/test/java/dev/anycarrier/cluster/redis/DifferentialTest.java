package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever two nodes ask and tell in whatever order, Redis says what the model says. */
@Tag("cluster")
class DifferentialTest {

    private static final int STEPS = 400;
    private static RedisServer server;
    private static RawRedis raw;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        raw = new RawRedis(server);
    }

    @AfterAll
    static void stop() {
        raw.close();
        server.close();
    }

    static List<Long> seeds() {
        return new Random(20261126).longs(25).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void redis_and_the_model_agree(final long seed) {
        raw.commands().flushall();
        final StoreOfTests store = new StoreOfTests(server);
        final String key = "account " + seed;
        try (RedisNode one = store.node("one");
                RedisNode two = store.node("two")) {
            new Story(seed, store, List.of(one, two), key).run();
        }
    }

    private static final class Story {

        private final Random random;
        private final StoreOfTests store;
        private final List<RedisNode> nodes;
        private final String key;
        private final ClusterTerms terms;
        private final List<ClusterAccount> accounts;
        private final ModelStore model;
        private final List<ClusterAnswer.Granted> permits = new ArrayList<>();
        private final List<Long> flights = new ArrayList<>(List.of(0L));
        private final List<Long> fences = new ArrayList<>(List.of(0L));

        Story(final long seed, final StoreOfTests store, final List<RedisNode> nodes, final String key) {
            this.random = new Random(seed);
            this.store = store;
            this.nodes = nodes;
            this.key = key;
            this.terms = new ClusterTerms(
                    limits(), Duration.ofSeconds(1), Duration.ofSeconds(2 + random.nextInt(5)), Duration.ofMinutes(3));
            this.accounts = nodes.stream().map(node -> node.account(key, terms)).toList();
            this.model =
                    new ModelStore(store.time::get, terms, new AccountKeys(RedisSettings.DEFAULT_PREFIX, key, false));
        }

        private List<RateLimit> limits() {
            final List<RateLimit> limits = new ArrayList<>();
            for (final LimitScope scope : LimitScope.values()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    limits.add(new RateLimit(
                            scope, 1 + random.nextInt(4), Duration.ofMillis(500L + random.nextInt(20_000))));
                }
            }
            return limits;
        }

        void run() {
            accounts.forEach(account -> assertThat(account.look(Reports.sim(0))).isEqualTo(model.look(Reports.sim(0))));
            for (int step = 0; step < STEPS; step++) {
                final String what = "step " + step;
                final int dice = random.nextInt(100);
                if (dice < 35) {
                    store.pass(Duration.ofMillis(random.nextInt(dice < 3 ? 60_000 : 2500)));
                } else {
                    step(what, dice, random.nextInt(accounts.size()));
                }
            }
        }

        private void step(final String what, final int dice, final int node) {
            final ClusterAccount account = accounts.get(node);
            if (dice < 65) {
                final ClusterRequest request = request();
                final ClusterAnswer answer = account.ask(request);
                assertThat(answer).as(what).isEqualTo(model.ask(request));
                if (answer instanceof ClusterAnswer.Granted granted) {
                    permits.add(granted);
                    flights.add(granted.flight());
                }
            } else if (dice < 74) {
                final SimId sim = sim();
                final long flight = any(flights);
                final var report = random.nextInt(4) == 0
                        ? Optional.<dev.anycarrier.usage.UsageReport>empty()
                        : Optional.of(Reports.of(sim, random.nextInt(1000)));
                final Duration age = Duration.ofMillis(random.nextInt(5000));
                account.landed(sim, flight, report, age);
                model.landed(sim, flight, report, age);
            } else if (dice < 78 && !permits.isEmpty()) {
                final ClusterAnswer.Granted permit = any(permits);
                account.notSent(permit);
                model.notSent(permit);
            } else if (dice < 82 && !permits.isEmpty()) {
                final ClusterAnswer.Granted permit = any(permits);
                account.giveBackForSim(permit);
                model.giveBackForSim(permit);
            } else if (dice < 85) {
                final LimitScope scope = List.of(LimitScope.values()).get(random.nextInt(3));
                final Optional<SimId> sim = scope == LimitScope.SIM ? Optional.of(sim()) : Optional.empty();
                final Duration length =
                        Duration.ofHours(1 + random.nextInt(100)).dividedBy(3600);
                account.hold(scope, sim, length);
                model.hold(scope, sim, length);
            } else if (dice < 97) {
                token(what, account);
            } else {
                trouble(nodes.get(node));
            }
            // What was told is not waited for; what is asked next by the same node comes after it.
            final SimId sim = sim();
            assertThat(account.look(sim)).as(what).isEqualTo(model.look(sim));
        }

        private void token(final String what, final ClusterAccount account) {
            final String credentials = "credentials " + random.nextInt(2);
            switch (random.nextInt(3)) {
                case 0 -> {
                    final long newerThan = any(fences);
                    final ClusterToken answer = account.token(credentials, newerThan, random.nextBoolean());
                    assertThat(answer).as(what).isEqualTo(model.token(credentials, newerThan, false));
                    if (answer instanceof ClusterToken.Fetch fetch) {
                        fences.add(fetch.fence());
                    }
                }
                case 1 -> {
                    final AccessToken token = new AccessToken(
                            Secret.of("token-" + random.nextInt(1000)), Duration.ofSeconds(1 + random.nextInt(60)));
                    final Duration age = Duration.ofMillis(random.nextInt(900));
                    final long fence = any(fences);
                    assertThat(account.fetched(credentials, fence, token, age))
                            .as(what)
                            .isEqualTo(model.fetched(credentials, fence, token, age));
                }
                default -> {
                    final Duration pause = Duration.ofSeconds(random.nextInt(10));
                    final long fence = any(fences);
                    account.notFetched(credentials, fence, pause);
                    model.notFetched(credentials, fence, pause);
                }
            }
        }

        private void trouble(final RedisNode node) {
            switch (random.nextInt(4)) {
                case 0 -> store.time.addAndGet(-random.nextInt(30_000_000));
                case 1 -> {
                    raw.commands().flushall();
                    model.loseEverything();
                }
                default -> {
                    node.begin(key);
                    model.begin();
                }
            }
        }

        private ClusterRequest request() {
            final Priority priority = random.nextBoolean() ? Priority.INTERACTIVE : Priority.SWEEP;
            return switch (random.nextInt(6)) {
                case 0 -> new ClusterRequest(true, Optional.empty(), priority, Optional.empty());
                case 1 -> new ClusterRequest(false, Optional.empty(), priority, Optional.empty());
                case 2 -> new ClusterRequest(false, Optional.of(sim()), priority, Optional.empty());
                default ->
                    new ClusterRequest(
                            false,
                            Optional.of(sim()),
                            priority,
                            Optional.of(new ClusterRequest.Wanted(
                                    Duration.ofMillis(random.nextInt(20_000)),
                                    Duration.ofMillis(random.nextInt(20_000)),
                                    any(flights))));
            };
        }

        private SimId sim() {
            return Reports.sim(random.nextInt(4));
        }

        private <T> T any(final List<T> all) {
            // Mostly the latest: the old ones change nothing.
            return all.get(random.nextInt(3) == 0 ? random.nextInt(all.size()) : all.size() - 1);
        }
    }
}
