package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.nodes.LedgerCarrier;
import dev.anycarrier.testing.nodes.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a carrier allows an account holds for all nodes together, whatever their clocks say. */
class SharedLimitsTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit ONE_IN_TEN_SECONDS = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(10));
    private static final RateLimit ONCE_A_QUARTER = new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_window_holds_more_than_the_limit_whoever_asks(final long seed) {
        final Random random = new Random(seed);
        final List<UsageResult> results = new ArrayList<>();
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.cluster.slow(Duration.ofMillis(random.nextInt(30)));
            for (int i = 0; i < 60; i++) {
                final String sim = "sim-" + i;
                final int node = random.nextInt(3);
                final Priority priority = random.nextBoolean() ? Priority.SWEEP : Priority.INTERACTIVE;
                nodes.world.in(
                        Duration.ofMillis(random.nextInt(3000)),
                        () -> results.add(nodes.ask(
                                node,
                                sim,
                                CallOptions.defaults().withPriority(priority).withDeadline(Duration.ofMinutes(5)))));
            }
            nodes.world.pass(Duration.ofMinutes(5));
            assertThat(results).hasSize(60).allMatch(UsageResult.Fresh.class::isInstance);
            assertThat(nodes.carrier.questions()).hasSize(60);
            assertThat(LedgerCarrier.most(nodes.carrier.questions(), Duration.ofSeconds(1)))
                    .isLessThanOrEqualTo(5);
            assertThat(nodes.cluster.asked()).isLessThan(4 * 60);
        }
    }

    @Test
    void a_refusal_that_one_node_sees_holds_the_others() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.carrier.answersNext(429, "Retry-After", "60");
            assertThat(failure(nodes, 0, "sim-1", CallOptions.defaults()).kind())
                    .isEqualTo(Kind.TOO_MANY_REQUESTS);
            final UsageException held =
                    failure(nodes, 1, "sim-2", CallOptions.defaults().withDeadline(Duration.ofSeconds(30)));
            assertThat(held.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(held.limitScope()).contains(LimitScope.ACCOUNT);
            final Duration wrong = Duration.ofMinutes(-5);
            assertThat(Duration.between(
                            nodes.world.ports(wrong, 9).time().instant(),
                            held.notBefore().orElseThrow()))
                    .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
            assertThat(nodes.carrier.questions()).hasSize(1);
            nodes.world.pass(Duration.ofSeconds(61));
            assertThat(nodes.ask(1, "sim-2")).isInstanceOf(UsageResult.Fresh.class);
        }
    }

    @Test
    void leave_that_comes_after_a_refusal_is_given_back() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-0");
            nodes.cluster.slow(Duration.ofMillis(100));
            nodes.carrier.answersNext(429, "Retry-After", "60");
            nodes.world.in(Duration.ZERO, () -> failure(nodes, 0, "sim-1", CallOptions.defaults()));
            nodes.world.pass(Duration.ofMillis(50));
            assertThat(failure(nodes, 0, "sim-2", CallOptions.defaults()).kind())
                    .isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_sim_that_one_node_has_asked_about_is_not_asked_about_by_another_before_its_time() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, ONCE_A_QUARTER)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofMinutes(2));
            final UsageException refused =
                    failure(nodes, 1, "sim-1", CallOptions.defaults().whenStale(WhenStale.FAIL));
            assertThat(refused.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(refused.limitScope()).contains(LimitScope.SIM);
            assertThat(nodes.ask(1, "sim-2")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_permit_that_is_too_old_is_given_back_and_another_one_asked_for() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, ONE_IN_TEN_SECONDS)) {
            nodes.carrier.connectsIn(Duration.ofMillis(600));
            nodes.world.in(Duration.ofSeconds(1), () -> nodes.carrier.connectsIn(Duration.ZERO));
            assertThat(nodes.ask(0, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.carrier.tokenCalls()).hasSize(1);
            assertThat(nodes.carrier.questions()).hasSize(1);
            // Had the withdrawn permits counted, it would have been sent after ten seconds.
            assertThat(nodes.carrier.questions().get(0).at())
                    .isLessThan(Duration.ofSeconds(3).toNanos());
        }
    }

    @Test
    void a_connection_that_never_stands_in_time_ends_with_the_deadline() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.carrier.connectsIn(Duration.ofMillis(600));
            assertThat(failure(nodes, 0, "sim-2", CallOptions.defaults()).kind())
                    .isIn(Kind.UNAVAILABLE, Kind.DEADLINE_EXCEEDED);
            assertThat(nodes.carrier.questions()).hasSize(1);
        }
    }

    @Test
    void without_the_store_nothing_is_sent_and_what_is_known_is_stale_with_the_cause() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofMinutes(2));
            nodes.cluster.away(true);
            assertThat(nodes.ask(0, "sim-1")).isInstanceOfSatisfying(UsageResult.Stale.class, stale -> {
                assertThat(stale.cause().orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(stale.cause().orElseThrow().unavailableCause()).contains(UnavailableCause.LOCAL);
                assertThat(stale.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
            });
            final UsageException failure = failure(nodes, 0, "sim-2", CallOptions.defaults());
            assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL);
            assertThat(failure.retryable()).isTrue();
            assertThat(nodes.carrier.questions()).hasSize(1);
            nodes.cluster.away(false);
            assertThat(nodes.ask(0, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_token_is_not_fetched_either_while_the_store_is_away_and_at_once_when_it_is_back() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.cluster.away(true);
            failure(nodes, 0, "sim-1", CallOptions.defaults());
            assertThat(nodes.carrier.ledger()).isEmpty();
            nodes.cluster.away(false);
            assertThat(nodes.ask(0, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
        }
    }

    @Test
    void a_permit_whose_news_got_lost_counts_nonetheless() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, ONE_IN_TEN_SECONDS)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofSeconds(11));
            nodes.cluster.losesAnswers(true);
            failure(nodes, 0, "sim-2", CallOptions.defaults());
            nodes.cluster.losesAnswers(false);
            final long before = nodes.world.now();
            nodes.ask(1, "sim-3");
            assertThat(nodes.world.now() - before)
                    .isGreaterThan(Duration.ofSeconds(10).toNanos());
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_store_that_has_forgotten_everything_lets_nothing_pass_for_one_window() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, ONE_IN_TEN_SECONDS, ONCE_A_QUARTER)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofSeconds(1));
            nodes.cluster.forgets();
            final UsageException held =
                    failure(nodes, 1, "sim-2", CallOptions.defaults().withDeadline(Duration.ofMinutes(1)));
            assertThat(held.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(held.limitScope()).contains(LimitScope.SIM);
            nodes.world.pass(Duration.ofMinutes(16));
            assertThat(nodes.ask(1, "sim-2")).isInstanceOf(UsageResult.Fresh.class);
        }
    }

    @Test
    void closing_closes_the_connection_to_the_store() {
        final Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND);
        nodes.close();
        assertThat(nodes.connection(0).isClosed()).isTrue();
    }

    private static UsageException failure(
            final Nodes nodes, final int node, final String sim, final CallOptions options) {
        return catchThrowableOfType(UsageException.class, () -> nodes.ask(node, sim, options));
    }
}
