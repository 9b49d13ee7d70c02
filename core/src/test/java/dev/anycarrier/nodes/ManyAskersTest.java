package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.nodes.LedgerCarrier;
import dev.anycarrier.testing.nodes.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many who ask at once, at several nodes: each in its turn, and the store is not asked in vain by all of them. */
class ManyAskersTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit TWENTY_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 20, Duration.ofSeconds(1));
    private static final CallOptions PATIENT = CallOptions.defaults().withDeadline(Duration.ofMinutes(5));

    private final List<UsageResult> results = new ArrayList<>();
    private final List<UsageException> failures = new ArrayList<>();

    @Test
    void whoever_waits_for_a_limit_does_not_ask_the_store_again_and_again() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, TWENTY_A_SECOND)) {
            nodes.cluster.slow(Duration.ofMillis(1));
            for (int i = 0; i < 300; i++) {
                ask(nodes, i % 3, "sim-" + i, PATIENT);
            }
            nodes.world.pass(Duration.ofMinutes(1));
            assertThat(failures).isEmpty();
            assertThat(results).hasSize(300);
            assertThat(LedgerCarrier.most(nodes.carrier.questions(), Duration.ofSeconds(1)))
                    .isLessThanOrEqualTo(20);
            assertThat(nodes.cluster.asked()).isLessThan(2 * 300);
        }
    }

    @Test
    void one_sim_that_all_nodes_ask_about_at_once_is_asked_about_once() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.carrier.answersIn(Duration.ofMillis(700));
            for (int i = 0; i < 30; i++) {
                ask(nodes, i % 3, "sim-1", PATIENT);
            }
            nodes.world.pass(Duration.ofSeconds(10));
            assertThat(results).hasSize(30).allMatch(UsageResult.Fresh.class::isInstance);
            assertThat(nodes.carrier.questions()).hasSize(1);
            assertThat(nodes.carrier.tokenCalls()).hasSize(1);
        }
    }

    @Test
    void whoever_wants_a_newer_value_than_the_one_it_joined_asks_for_itself() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofMinutes(30));
            nodes.cluster.slow(Duration.ofMillis(50));
            ask(nodes, 1, "sim-1", PATIENT.withMaximumAge(Duration.ofHours(1)));
            nodes.world.in(
                    Duration.ofMillis(20), () -> ask(nodes, 1, "sim-1", PATIENT.withMaximumAge(Duration.ofMinutes(1))));
            nodes.world.pass(Duration.ofSeconds(10));
            assertThat(results).hasSize(2);
            assertThat(results.get(0).age()).isGreaterThan(Duration.ofMinutes(29));
            assertThat(results.get(1).age()).isLessThan(Duration.ofMinutes(1));
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_person_at_one_node_goes_before_the_sweep_of_another() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            for (int i = 0; i < 200; i++) {
                ask(nodes, 0, "sim-" + i, PATIENT.withPriority(Priority.SWEEP));
            }
            nodes.world.pass(Duration.ofSeconds(10));
            final long before = nodes.world.now();
            nodes.ask(1, "sim-of-a-person");
            assertThat(Duration.ofNanos(nodes.world.now() - before)).isLessThan(Duration.ofMillis(2500));
            nodes.world.pass(Duration.ofMinutes(3));
            assertThat(results).hasSize(200);
        }
    }

    @Test
    void closing_ends_those_who_wait() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-0");
            nodes.carrier.answersNext(429, "Retry-After", "120");
            ask(nodes, 0, "sim-1", PATIENT.whenStale(WhenStale.FAIL));
            nodes.world.pass(Duration.ofSeconds(1));
            for (int i = 2; i < 20; i++) {
                ask(nodes, 0, "sim-" + i, PATIENT);
            }
            nodes.world.pass(Duration.ofSeconds(1));
            nodes.node(0).close();
            assertThat(failures).hasSize(19);
            assertThat(failures.subList(1, 19)).allMatch(failure -> failure.kind() == Kind.CANCELLED);
        }
    }

    @Test
    void a_store_that_takes_longer_than_a_permit_lives_lets_nothing_pass() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.cluster.slow(Duration.ofMillis(300));
            ask(nodes, 0, "sim-1", CallOptions.defaults().withDeadline(Duration.ofSeconds(10)));
            nodes.world.pass(Duration.ofMinutes(1));
            assertThat(failures).hasSize(1);
            assertThat(nodes.carrier.ledger()).isEmpty();
        }
    }

    @Test
    void a_store_that_goes_and_comes_back_under_load_costs_no_limit() {
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND)) {
            for (int i = 0; i < 100; i++) {
                final int sim = i;
                nodes.world.in(Duration.ofMillis(97L * i), () -> ask(nodes, sim % 3, "sim-" + sim, PATIENT));
            }
            nodes.world.in(Duration.ofSeconds(2), () -> nodes.cluster.away(true));
            nodes.world.in(Duration.ofSeconds(4), () -> nodes.cluster.away(false));
            nodes.world.in(Duration.ofSeconds(6), nodes.cluster::forgets);
            nodes.world.pass(Duration.ofMinutes(2));
            assertThat(results.size() + failures.size()).isEqualTo(100);
            assertThat(failures).isNotEmpty().allMatch(failure -> failure.kind() == Kind.UNAVAILABLE);
            assertThat(results.size()).isGreaterThan(60);
            assertThat(LedgerCarrier.most(nodes.carrier.questions(), Duration.ofSeconds(1)))
                    .isLessThanOrEqualTo(5);
        }
    }

    private void ask(final Nodes nodes, final int node, final String sim, final CallOptions options) {
        nodes.world.in(Duration.ZERO, () -> answer(nodes, node, sim, options).ifPresent(results::add));
    }

    private Optional<UsageResult> answer(
            final Nodes nodes, final int node, final String sim, final CallOptions options) {
        try {
            return Optional.of(nodes.ask(node, sim, options));
        } catch (final UsageException failure) {
            failures.add(failure);
            return Optional.empty();
        }
    }
}
