package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.nodes.Nodes;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one node knows of a SIM, all know; and one at a time asks. */
class SharedUsageTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit ONCE_A_MINUTE = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofMinutes(1));
    private static final ClusterRequest.Wanted NOTHING_OLD =
            new ClusterRequest.Wanted(Duration.ofMinutes(1), Duration.ZERO);

    @Test
    void what_one_node_was_told_is_fresh_at_the_others_and_as_old_as_it_is() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofSeconds(10));
            assertThat(nodes.ask(1, "sim-1")).isInstanceOfSatisfying(UsageResult.Fresh.class, fresh -> {
                assertThat(fresh.age()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
                final Duration wrong = Duration.ofMinutes(-5);
                assertThat(Duration.between(
                                fresh.report().fetchedAt(),
                                nodes.world.ports(wrong, 9).time().instant()))
                        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
            });
            assertThat(nodes.carrier.questions()).hasSize(1);
            final int asked = nodes.cluster.asked();
            nodes.ask(1, "sim-1");
            assertThat(nodes.cluster.asked()).isEqualTo(asked);
        }
    }

    @Test
    void whoever_listens_hears_which_node_answered_and_from_where() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.ask(1, "sim-1");
            nodes.ask(1, "sim-1");
            assertThat(nodes.answers).containsExactly("node-0 ASKED", "node-1 ELSEWHERE", "node-1 FRESH");
        }
    }

    @Test
    void within_the_minimum_interval_no_node_asks_again_however_new_the_value_is_to_be() {
        try (Nodes nodes = new Nodes(3, Duration.ofMinutes(15), FIVE_A_SECOND)) {
            for (int i = 0; i < 9; i++) {
                assertThat(nodes.ask(i % 3, "sim-1", CallOptions.defaults().withMaximumAge(Duration.ZERO)))
                        .isInstanceOf(UsageResult.Fresh.class);
                nodes.world.pass(Duration.ofMinutes(1));
            }
            assertThat(nodes.carrier.questions()).hasSize(1);
            nodes.world.pass(Duration.ofMinutes(7));
            nodes.ask(2, "sim-1");
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_question_takes_one_look_at_the_store() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            final int asked = nodes.cluster.asked();
            nodes.ask(0, "sim-2");
            assertThat(nodes.cluster.asked()).isEqualTo(asked + 1);
        }
    }

    @Test
    void while_one_node_asks_another_waits_for_its_answer() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            final UsageReport report = nodes.ask(0, "sim-1").report();
            nodes.world.pass(Duration.ofMinutes(2));
            final ClusterAccount other = nodes.store();
            final long flight = flight(other);
            nodes.world.in(
                    Duration.ofSeconds(1),
                    () -> other.landed(SimId.parse("sim-1"), flight, Optional.of(report), Duration.ZERO));
            final long before = nodes.world.now();
            assertThat(nodes.ask(0, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(Duration.ofNanos(nodes.world.now() - before))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
            assertThat(nodes.carrier.questions()).hasSize(1);
        }
    }

    @Test
    void a_node_that_dies_while_it_asks_delays_the_others_no_longer_than_its_lease() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            final long flight = flight(nodes.store());
            final UsageReport report = nodes.ask(0, "sim-1").report();
            assertThat(Duration.ofNanos(nodes.world.now())).isBetween(Nodes.LEASE, Nodes.LEASE.plusSeconds(1));
            assertThat(nodes.carrier.questions()).hasSize(1);
            nodes.world.pass(Duration.ofMinutes(2));
            // It was not dead after all: what it says now is too late.
            nodes.store().landed(SimId.parse("sim-1"), flight, Optional.of(report), Duration.ZERO);
            nodes.ask(0, "sim-1");
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void whoever_has_less_time_than_the_lease_gets_what_is_known() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofMinutes(2));
            final long flight = flight(nodes.store());
            assertThat(nodes.ask(0, "sim-1", CallOptions.defaults().withDeadline(Duration.ofSeconds(2))))
                    .isInstanceOfSatisfying(
                            UsageResult.Stale.class,
                            stale -> assertThat(stale.cause().orElseThrow().kind())
                                    .isEqualTo(Kind.DEADLINE_EXCEEDED));
            assertThat(flight).isPositive();
            assertThat(nodes.carrier.questions()).hasSize(1);
        }
    }

    @Test
    void a_node_that_knows_nothing_serves_what_another_knows_when_the_carrier_fails() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofMinutes(2));
            nodes.carrier.answersNext(500);
            assertThat(nodes.ask(1, "sim-1"))
                    .isInstanceOfSatisfying(
                            UsageResult.Stale.class,
                            stale -> assertThat(stale.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(2)));
        }
    }

    @Test
    void after_a_failure_another_node_may_ask_at_once() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.carrier.answersNext(500);
            assertThat(catchThrowableOfType(UsageException.class, () -> nodes.ask(0, "sim-1"))
                            .kind())
                    .isEqualTo(Kind.UNAVAILABLE);
            final long before = nodes.world.now();
            assertThat(nodes.ask(1, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.world.now() - before)
                    .isLessThan(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void a_value_that_another_node_has_spares_the_wait_for_the_carrier_s_limit() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, ONCE_A_MINUTE)) {
            nodes.ask(1, "sim-2");
            nodes.world.pass(Duration.ofSeconds(61));
            nodes.ask(0, "sim-1");
            nodes.world.pass(Duration.ofSeconds(1));
            assertThat(catchThrowableOfType(UsageException.class, () -> nodes.ask(1, "sim-3"))
                            .kind())
                    .isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(nodes.ask(1, "sim-1")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_question_that_is_tried_again_when_its_lease_is_over_is_left_to_the_node_that_asks_by_then() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            final UsageReport report = nodes.ask(0, "sim-1").report();
            nodes.world.pass(Duration.ofMinutes(2));
            final int patient = nodes.open(Map.of("maximum-attempts", "2"));
            final ClusterAccount other = nodes.store();
            nodes.carrier.answersNext(500);
            nodes.carrier.answersIn(Nodes.LEASE.plusSeconds(1));
            nodes.carrier.meanwhile(() -> nodes.world.in(Nodes.LEASE, () -> {
                final long flight = flight(other);
                nodes.world.in(
                        Duration.ofSeconds(9),
                        () -> other.landed(SimId.parse("sim-1"), flight, Optional.of(report), Duration.ZERO));
            }));
            assertThat(nodes.ask(patient, "sim-1", CallOptions.defaults().withDeadline(Duration.ofMinutes(2))))
                    .isInstanceOf(UsageResult.Fresh.class);
            assertThat(nodes.carrier.questions()).hasSize(2);
        }
    }

    @Test
    void a_question_that_is_tried_again_keeps_the_others_off_for_another_lease() {
        try (Nodes nodes = new Nodes(1, Duration.ZERO, FIVE_A_SECOND)) {
            nodes.ask(0, "sim-2");
            final int patient = nodes.open(Map.of("maximum-attempts", "2"));
            final ClusterAccount other = nodes.store();
            nodes.carrier.answersNext(500);
            nodes.carrier.answersIn(Nodes.LEASE.minusSeconds(5));
            final List<ClusterAnswer> told = new ArrayList<>();
            nodes.carrier.meanwhile(() -> {});
            nodes.carrier.meanwhile(() -> nodes.world.in(Duration.ofSeconds(15), () -> told.add(other.ask(wanted()))));
            nodes.ask(patient, "sim-1", CallOptions.defaults().withDeadline(Duration.ofMinutes(2)));
            assertThat(nodes.carrier.questions()).hasSize(3);
            assertThat(told).singleElement().isInstanceOf(ClusterAnswer.Elsewhere.class);
        }
    }

    private static long flight(final ClusterAccount store) {
        return ((ClusterAnswer.Granted) store.ask(wanted())).flight();
    }

    private static ClusterRequest wanted() {
        return new ClusterRequest(
                false, Optional.of(SimId.parse("sim-1")), Priority.INTERACTIVE, Optional.of(NOTHING_OLD));
    }
}
