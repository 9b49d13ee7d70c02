package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever nodes and threads ask at once, no window holds more than its limit; by Redis' own clock. */
@Tag("cluster")
class LimitLawTest {

    private static final String KEY = "main";
    private static final int THREADS_OF_EACH = 3;
    private static final int WANTED = 150;
    private static final int SIMS = 40;
    private static final RateLimit ACCOUNT = new RateLimit(LimitScope.ACCOUNT, 20, Duration.ofMillis(200));
    private static final RateLimit SLOWER = new RateLimit(LimitScope.ACCOUNT, 60, Duration.ofMillis(900));
    private static final RateLimit EACH = new RateLimit(LimitScope.SIM, 1, Duration.ofMillis(700));
    private static final ClusterTerms TERMS = new ClusterTerms(
            List.of(ACCOUNT, SLOWER, EACH), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofHours(1));

    private final AtomicInteger granted = new AtomicInteger();

    @Test
    void no_window_holds_more_than_its_limit() throws Exception {
        final List<PermitText> permits = new ArrayList<>();
        final ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS_OF_EACH);
        try (RedisServer server = RedisServer.start();
                RedisNode one = new StoreOfTests(server).realNode("one");
                RedisNode two = new StoreOfTests(server).realNode("two")) {
            one.begin(KEY);
            final List<Callable<List<PermitText>>> hammers = new ArrayList<>();
            for (int i = 0; i < THREADS_OF_EACH; i++) {
                final int offset = i;
                hammers.add(() -> hammer(one.account(KEY, TERMS), offset));
                hammers.add(() -> hammer(two.account(KEY, TERMS), offset + SIMS / 2));
            }
            for (final Future<List<PermitText>> hammer : threads.invokeAll(hammers)) {
                permits.addAll(hammer.get());
            }
        } finally {
            threads.shutdown();
        }
        permits.sort(Comparator.comparing(PermitText::number));
        assertThat(permits).hasSizeGreaterThanOrEqualTo(WANTED);
        assertThat(permits).extracting(PermitText::number).doesNotHaveDuplicates();
        assertHolds(ACCOUNT, permits);
        assertHolds(SLOWER, permits);
        for (int i = 0; i < SIMS; i++) {
            final Optional<String> name =
                    Optional.of(new AccountKeys(RedisSettings.DEFAULT_PREFIX, KEY, false).nameOf(Reports.sim(i)));
            assertHolds(
                    EACH,
                    permits.stream().filter(permit -> permit.sim().equals(name)).toList());
        }
    }

    private List<PermitText> hammer(final ClusterAccount account, final int offset) {
        final List<PermitText> permits = new ArrayList<>();
        for (int i = offset; granted.get() < WANTED; i++) {
            final ClusterAnswer answer = account.ask(
                    new ClusterRequest(false, Optional.of(Reports.sim(i % SIMS)), Priority.SWEEP, Optional.empty()));
            if (answer instanceof ClusterAnswer.Granted permit) {
                granted.incrementAndGet();
                permits.add(PermitText.read(permit.permit()));
            }
        }
        return Collections.unmodifiableList(permits);
    }

    /** When one is given, the one so many before it can have left a window ago at the latest. */
    private static void assertHolds(final RateLimit limit, final List<PermitText> permits) {
        for (int i = limit.requests(); i < permits.size(); i++) {
            final long earlier = permits.get(i - limit.requests()).latest();
            assertThat(permits.get(i).number()).isGreaterThanOrEqualTo(earlier + Micros.atLeast(limit.window()));
        }
    }
}
