package dev.anycarrier.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testing.nodes.LedgerCarrier;
import dev.anycarrier.testing.nodes.LedgerCarrier.Entry;
import dev.anycarrier.testing.nodes.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to carrier, store and nodes, no limit is broken, and it goes on afterwards. */
class NodesInTroubleTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit TWICE_A_MINUTE = new RateLimit(LimitScope.SIM, 2, Duration.ofMinutes(1));
    private static final RateLimit THREE_TOKENS = new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1));
    private static final int QUESTIONS = 150;
    private static final int SIMS = 40;

    static List<Long> seeds() {
        return new Random(20261126).longs(12).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_limit_holds_through_trouble_and_every_question_comes_to_something(final long seed) {
        final Random random = new Random(seed);
        final AtomicInteger ended = new AtomicInteger();
        try (Nodes nodes = new Nodes(3, Duration.ZERO, FIVE_A_SECOND, TWICE_A_MINUTE, THREE_TOKENS)) {
            nodes.cluster.slow(Duration.ofMillis(random.nextInt(40)));
            nodes.carrier.answersIn(Duration.ofMillis(random.nextInt(2000)));
            for (int i = 0; i < QUESTIONS; i++) {
                final int node = random.nextInt(3);
                final String sim = "sim-" + random.nextInt(SIMS);
                final CallOptions options = CallOptions.defaults()
                        .withPriority(random.nextBoolean() ? Priority.SWEEP : Priority.INTERACTIVE)
                        .withMaximumAge(Duration.ofSeconds(random.nextInt(60)));
                nodes.world.in(
                        Duration.ofMillis(random.nextInt(60_000)),
                        () -> ended.addAndGet(ask(nodes, node, sim, options)));
            }
            for (int i = 0; i < 25; i++) {
                final Runnable trouble = trouble(nodes, random);
                nodes.world.in(Duration.ofMillis(random.nextInt(60_000)), trouble);
            }
            nodes.world.pass(Duration.ofMinutes(3));
            assertThat(ended).hasValue(QUESTIONS);
            holds(nodes, FIVE_A_SECOND, nodes.carrier.questions());
            holds(nodes, THREE_TOKENS, nodes.carrier.tokenCalls());
            final Map<String, List<Entry>> bySim =
                    nodes.carrier.questions().stream().collect(Collectors.groupingBy(Entry::path));
            // A request that the carrier refuses for its token alone does not count for its SIM.
            bySim.forEach((sim, entries) -> holds(
                    nodes,
                    TWICE_A_MINUTE,
                    entries.stream().filter(entry -> !entry.refused()).toList()));

            nodes.cluster.away(false);
            nodes.cluster.losesAnswers(false);
            nodes.carrier.recovers();
            // A store that has forgotten everything begins to count with the first question.
            ask(nodes, 0, "first", CallOptions.defaults());
            nodes.world.pass(Duration.ofMinutes(20));
            for (int node = 0; node < 3; node++) {
                assertThat(nodes.ask(node, "afterwards-" + node)).isInstanceOf(UsageResult.Fresh.class);
            }
        }
    }

    private static void holds(final Nodes nodes, final RateLimit limit, final List<Entry> entries) {
        assertThat(LedgerCarrier.most(entries, limit.window()))
                .as("%s of %s by %s", limit, entries, nodes.world.now())
                .isLessThanOrEqualTo(limit.requests());
    }

    private static int ask(final Nodes nodes, final int node, final String sim, final CallOptions options) {
        try {
            nodes.ask(node, sim, options);
        } catch (final UsageException failure) {
            assertThat(failure).hasMessageContaining("usage of");
        }
        return 1;
    }

    private static Runnable trouble(final Nodes nodes, final Random random) {
        final boolean on = random.nextBoolean();
        final int some = random.nextInt(5);
        return switch (random.nextInt(8)) {
            case 0 -> () -> nodes.carrier.answersNext(429, "Retry-After", Integer.toString(some + 1));
            case 1 -> () -> nodes.carrier.answersNext(500);
            case 2 -> () -> nodes.carrier.answersNext(503, "Retry-After", Integer.toString(some + 1));
            case 3 -> nodes.carrier::refusesTokens;
            case 4 -> () -> nodes.cluster.away(on);
            case 5 -> () -> nodes.cluster.losesAnswers(on);
            case 6 -> () -> nodes.carrier.connectsIn(Duration.ofMillis(on ? 550 : 20));
            default -> nodes.cluster::forgets;
        };
    }
}
