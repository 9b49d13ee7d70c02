package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testing.nodes.LedgerCarrier;
import dev.anycarrier.testing.nodes.LedgerCarrier.Entry;
import dev.anycarrier.testing.nodes.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the store of all nodes is away, each may use its share of the limits, if that is configured and late enough. */
class LocalShareTest {

    private static final RateLimit FIVE_IN_TEN_SECONDS = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(10));
    private static final RateLimit ONE_A_MINUTE = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofMinutes(1));
    private static final RateLimit ONCE_IN_TEN_MINUTES = new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(10));
    private static final RateLimit FOUR_TOKENS = new RateLimit(LimitScope.TOKEN_ENDPOINT, 4, Duration.ofMinutes(1));
    private static final Duration ABSENCE = Duration.ofMinutes(5);

    @Test
    void without_a_share_nothing_is_sent_however_long_the_store_is_away() {
        try (Nodes nodes = new Nodes(2, Duration.ZERO, FIVE_IN_TEN_SECONDS)) {
            nodes.ask(0, "before");
            nodes.cluster.away(true);
            for (int minute = 0; minute < 60; minute++) {
                away(nodes, 0, "sim-" + minute);
                nodes.world.pass(Duration.ofMinutes(1));
            }
            assertThat(nodes.carrier.questions()).hasSize(1);
        }
    }

    @Test
    void with_a_share_nothing_is_sent_before_the_store_has_been_away_for_long() {
        try (Nodes nodes = sharing(2, FIVE_IN_TEN_SECONDS)) {
            nodes.ask(0, "before");
            nodes.world.pass(Duration.ofSeconds(10));
            nodes.cluster.away(true);
            final long begin = nodes.world.now();
            long sentAt = begin;
            for (int i = 0; nodes.carrier.questions().size() < 2; i++) {
                tryTo(nodes, 0, "sim-" + i);
                sentAt = nodes.world.now();
                nodes.world.pass(Duration.ofSeconds(1));
            }
            assertThat(Duration.ofNanos(sentAt - begin)).isBetween(ABSENCE, ABSENCE.plusSeconds(5));
            assertThat(nodes.ask(0, "later")).isInstanceOf(UsageResult.Fresh.class);
        }
    }

    @Test
    void a_longer_window_is_waited_for() {
        try (Nodes nodes = sharing(1, ONCE_IN_TEN_MINUTES)) {
            nodes.cluster.away(true);
            final long begin = nodes.world.now();
            for (int i = 0; nodes.carrier.questions().isEmpty(); i++) {
                tryTo(nodes, 0, "sim-" + i);
                nodes.world.pass(Duration.ofSeconds(10));
            }
            assertThat(Duration.ofNanos(nodes.world.now() - begin))
                    .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        }
    }

    @Test
    void a_store_that_was_seen_to_be_away_once_and_not_asked_since_is_not_known_to_be_away() {
        try (Nodes nodes = sharing(1, FIVE_IN_TEN_SECONDS)) {
            nodes.cluster.away(true);
            away(nodes, 0, "sim-1");
            nodes.world.pass(Duration.ofHours(1));
            away(nodes, 0, "sim-2");
            assertThat(nodes.carrier.ledger()).isEmpty();
        }
    }

    @Test
    void a_limit_of_which_a_node_has_no_part_keeps_it_from_sending() {
        try (Nodes nodes = sharing(2, ONE_A_MINUTE)) {
            nodes.cluster.away(true);
            for (int i = 0; i < 60; i++) {
                tryTo(nodes, 0, "sim-" + i);
                away(nodes, 1, "other-" + i);
                nodes.world.pass(Duration.ofSeconds(10));
            }
            assertThat(nodes.carrier.questions())
                    .isNotEmpty()
                    .allMatch(entry -> entry.node().equals("node-0"));
        }
    }

    @Test
    void a_sim_with_a_limit_is_asked_about_by_one_node_alone() {
        try (Nodes nodes = sharing(2, FIVE_IN_TEN_SECONDS, ONCE_IN_TEN_MINUTES)) {
            nodes.cluster.away(true);
            for (int i = 0; i < 100; i++) {
                tryTo(nodes, 0, "sim-" + i % 8);
                tryTo(nodes, 1, "sim-" + i % 8);
                nodes.world.pass(Duration.ofSeconds(10));
            }
            final Map<String, List<String>> nodesBySim = nodes.carrier.questions().stream()
                    .collect(Collectors.groupingBy(Entry::path, Collectors.mapping(Entry::node, Collectors.toList())));
            assertThat(nodesBySim).hasSize(8);
            assertThat(nodesBySim.values()).allMatch(each -> each.size() == 1);
            assertThat(nodesBySim.values().stream().flatMap(List::stream)).contains("node-0", "node-1");
        }
    }

    @Test
    void a_node_that_is_back_asks_the_store_and_goes_on_after_one_window() {
        try (Nodes nodes = sharing(1, FIVE_IN_TEN_SECONDS)) {
            nodes.cluster.away(true);
            for (int i = 0; i < 40; i++) {
                tryTo(nodes, 0, "sim-" + i);
                nodes.world.pass(Duration.ofSeconds(10));
            }
            nodes.cluster.away(false);
            final int asked = nodes.cluster.asked();
            final long begin = nodes.world.now();
            assertThat(nodes.ask(0, "back")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(Duration.ofNanos(nodes.world.now() - begin))
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(14));
            assertThat(nodes.cluster.asked()).isGreaterThan(asked);
            assertThat(nodes.ask(0, "again")).isInstanceOf(UsageResult.Fresh.class);
            assertThat(Duration.ofNanos(nodes.world.now() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_window_holds_more_than_the_limit_before_during_and_after(final long seed) {
        final Random random = new Random(seed);
        try (Nodes nodes = sharing(3, FIVE_IN_TEN_SECONDS, ONCE_IN_TEN_MINUTES, FOUR_TOKENS)) {
            for (int i = 0; i < 1200; i++) {
                // The last node is silent for most of the time.
                final int node = random.nextInt(40) == 0 ? 2 : random.nextInt(2);
                final String sim = "sim-" + random.nextInt(400);
                nodes.world.in(Duration.ofMillis(random.nextInt(3_600_000)), () -> tryTo(nodes, node, sim));
            }
            nodes.world.in(Duration.ofMinutes(15).plusMillis(random.nextInt(5000)), () -> nodes.cluster.away(true));
            nodes.world.in(Duration.ofMinutes(20), nodes.carrier::refusesTokens);
            nodes.world.in(Duration.ofMinutes(40).plusMillis(random.nextInt(5000)), () -> nodes.cluster.away(false));
            nodes.world.pass(Duration.ofMinutes(62));
            final List<Entry> questions = nodes.carrier.questions();
            holds(FIVE_IN_TEN_SECONDS, questions);
            holds(FOUR_TOKENS, nodes.carrier.tokenCalls());
            questions.stream()
                    .filter(entry -> !entry.refused())
                    .collect(Collectors.groupingBy(Entry::path))
                    .values()
                    .forEach(entries -> holds(ONCE_IN_TEN_MINUTES, entries));
            assertThat(between(questions, 2, 15)).isNotZero();
            assertThat(between(questions, 16, 25)).isZero();
            assertThat(between(questions, 27, 40)).isNotZero();
            assertThat(between(questions, 51, 60)).isNotZero();
        }
    }

    private static long between(final List<Entry> entries, final int from, final int until) {
        return entries.stream()
                .filter(entry -> entry.at() >= Duration.ofMinutes(from).toNanos()
                        && entry.at() < Duration.ofMinutes(until).toNanos())
                .count();
    }

    private static void holds(final RateLimit limit, final List<Entry> entries) {
        assertThat(LedgerCarrier.most(entries, limit.window()))
                .as("%s of %s", limit, entries)
                .isLessThanOrEqualTo(limit.requests());
    }

    private static Nodes sharing(final int count, final RateLimit... limits) {
        final Nodes nodes = new Nodes(0, Duration.ZERO, limits);
        nodes.cluster.sharedAmong(count);
        for (int i = 0; i < count; i++) {
            nodes.open(Map.of());
        }
        return nodes;
    }

    private static void away(final Nodes nodes, final int node, final String sim) {
        assertThat(catchThrowableOfType(UsageException.class, () -> nodes.ask(node, sim))
                        .unavailableCause())
                .contains(UnavailableCause.LOCAL);
    }

    private static void tryTo(final Nodes nodes, final int node, final String sim) {
        try {
            nodes.ask(node, sim, CallOptions.defaults().withDeadline(Duration.ofSeconds(30)));
        } catch (final UsageException failure) {
            assertThat(failure).hasMessageContaining("usage of");
        }
    }
}
