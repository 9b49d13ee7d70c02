package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.testing.nodes.Nodes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One expired token leads to one token call, however many nodes need one. */
class SharedTokensTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit ONE_TOKEN_A_MINUTE =
            new RateLimit(LimitScope.TOKEN_ENDPOINT, 1, Duration.ofMinutes(1));

    @Test
    void three_nodes_fetch_one_token() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            all(nodes, "first");
            assertThat(nodes.carrier.tokenCalls()).hasSize(1);
            assertThat(nodes.carrier.questions()).hasSize(3);
        }
    }

    @Test
    void a_token_that_the_carrier_refuses_is_replaced_once_for_all() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            all(nodes, "first");
            nodes.world.pass(Duration.ofMinutes(1));
            nodes.carrier.refusesTokens();
            all(nodes, "second");
            assertThat(nodes.carrier.tokenCalls()).hasSize(2);
        }
    }

    @Test
    void a_token_that_ends_is_replaced_once_for_all() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            for (int hour = 0; hour < 5; hour++) {
                all(nodes, "hour-" + hour);
                nodes.world.pass(Duration.ofHours(1));
            }
            assertThat(nodes.carrier.tokenCalls()).hasSize(5);
        }
    }

    @Test
    void a_token_that_is_replaced_before_its_end_is_replaced_once_for_all() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            for (int minute = 0; minute < 58; minute++) {
                all(nodes, "minute-" + minute);
                nodes.world.pass(Duration.ofMinutes(1));
            }
            assertThat(nodes.carrier.tokenCalls()).hasSize(2);
        }
    }

    @Test
    void a_node_that_dies_while_it_fetches_delays_the_others_no_longer_than_its_lease() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.carrier.refusesTokens();
            nodes.connection(0).mute();
            nodes.world.pass(Duration.ofMinutes(1));
            nodes.ask(0, "sim-2");
            final long before = nodes.world.now();
            assertThat(nodes.ask(1, "sim-3")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(Duration.ofNanos(nodes.world.now() - before)).isLessThan(Nodes.LEASE.plusSeconds(1));
        }
    }

    @Test
    void a_token_that_comes_after_the_leave_to_fetch_it_had_ended_changes_nothing() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            final ClusterToken leave = nodes.store().token("others", 0, false);
            assertThat(leave).isInstanceOf(ClusterToken.Fetch.class);
            nodes.ask(0, "sim-1");
            assertThat(Duration.ofNanos(nodes.world.now())).isBetween(Nodes.LEASE, Nodes.LEASE.plusSeconds(1));
            final AccessToken late = new AccessToken(Secret.of("late"), Duration.ofHours(1));
            assertThat(nodes.store().fetched("others", ((ClusterToken.Fetch) leave).fence(), late, Duration.ZERO))
                    .isEmpty();
            nodes.ask(1, "sim-2");
            assertThat(nodes.carrier.tokenCalls()).hasSize(1);
        }
    }

    @Test
    void nodes_with_other_credentials_do_not_share_a_token() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            final int other = nodes.open(Map.of("api-key", "another-secret"));
            nodes.ask(0, "sim-1");
            nodes.ask(other, "sim-2");
            assertThat(nodes.carrier.tokenCalls()).hasSize(2);
        }
    }

    @Test
    void a_store_that_has_forgotten_the_token_leaves_each_node_its_own() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO)) {
            all(nodes, "first");
            nodes.cluster.forgets();
            all(nodes, "second");
            assertThat(nodes.carrier.tokenCalls()).hasSize(1);
            nodes.world.pass(Duration.ofHours(1));
            all(nodes, "third");
            assertThat(nodes.carrier.tokenCalls().size()).isBetween(2, 3);
        }
    }

    @Test
    void the_limit_of_the_token_endpoint_is_one_of_all_nodes() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, ONE_TOKEN_A_MINUTE)) {
            final int other = nodes.open(Map.of("api-key", "another-secret", "deadline", "2m"));
            nodes.ask(0, "sim-1");
            final long before = nodes.world.now();
            nodes.ask(other, "sim-2");
            assertThat(nodes.world.now() - before)
                    .isGreaterThan(Duration.ofMinutes(1).toNanos());
            assertThat(nodes.carrier.tokenCalls()).hasSize(2);
        }
    }

    private static void all(final Nodes nodes, final String what) {
        for (int node = 0; node < nodes.size(); node++) {
            assertThat(nodes.ask(node, what + "-" + node)).isInstanceOf(UsageResult.Fresh.class);
        }
    }
}
