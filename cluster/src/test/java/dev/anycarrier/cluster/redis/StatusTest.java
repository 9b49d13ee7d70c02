package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.status.AccountStatus;
import dev.anycarrier.cluster.status.BudgetStatus;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.status.NodeStatus;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class StatusTest {

    private static final String KEY = "main acme https://api.example.com";
    private static final RateLimit LIMIT = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofMinutes(1));
    private static final RateLimit TOKENS = new RateLimit(LimitScope.TOKEN_ENDPOINT, 2, Duration.ofMinutes(1));
    private static final ClusterTerms TERMS = new ClusterTerms(
            List.of(LIMIT, TOKENS), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1));

    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void who_only_looks_sees_nodes_budgets_and_holds() {
        final StoreOfTests store = new StoreOfTests(server);
        try (RedisNode one = store.realNode("one");
                RedisNode two = store.realNode("two");
                RedisNode looker = store.realNode("looker")) {
            one.begin(KEY);
            final ClusterAccount account = one.account(KEY, TERMS);
            account.ask(plain());
            two.account(KEY, TERMS).ask(plain());
            account.hold(LimitScope.TOKEN_ENDPOINT, Optional.empty(), Duration.ofMinutes(2));
            final ClusterStatus status = await(
                    looker, seen -> seen.nodes().size() == 2 && seen.accounts().size() == 1);

            assertThat(status.server()).isEqualTo("127.0.0.1:" + server.port());
            assertThat(status.version()).matches("[0-9.]+");
            assertThat(status.usedMemory()).isPositive();
            assertThat(status.nodes()).extracting(NodeStatus::name).containsExactly("one", "two");
            assertThat(status.nodes())
                    .allSatisfy(node -> assertThat(node.seenAgo()).isLessThan(Duration.ofSeconds(10)));
            final AccountStatus seen = status.accounts().get(0);
            assertThat(seen.account()).isEqualTo(KEY);
            assertThat(seen.knownFor()).isEmpty();
            assertThat(seen.held()).isEmpty();
            assertThat(seen.tokenHeld().orElseThrow()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
            assertThat(seen.budgets()).containsExactly(new BudgetStatus(LIMIT, 2), new BudgetStatus(TOKENS, 0));
            assertThat(seen.budgets().get(0).left()).isEqualTo(3);
        }
    }

    private static ClusterStatus await(final RedisNode node, final Predicate<ClusterStatus> wanted) {
        final long start = System.nanoTime();
        while (true) {
            final ClusterStatus status = node.status();
            if (wanted.test(status)) {
                return status;
            }
            assertThat(System.nanoTime() - start).as("%s", status).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
    }

    private static ClusterRequest plain() {
        return new ClusterRequest(false, Optional.empty(), Priority.INTERACTIVE, Optional.empty());
    }
}
