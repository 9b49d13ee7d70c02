package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While Redis is away nothing is granted, and afterwards everything goes on by itself. */
@Tag("cluster")
class OutageTest {

    private static final String KEY = "main";
    private static final SimId SIM = Reports.sim(1);
    private static final ClusterTerms TERMS = new ClusterTerms(
            List.of(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofHours(1))),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofHours(1));

    private final RedisServer server = RedisServer.start();
    private final StoreOfTests store = new StoreOfTests(server);
    private final RedisNode node = store.realNode("one");
    private final ClusterAccount account = node.account(KEY, TERMS);

    @BeforeEach
    void begin() {
        node.begin(KEY);
    }

    @AfterEach
    void close() {
        node.close();
        server.close();
    }

    @Test
    void a_store_that_was_killed_grants_nothing_and_one_that_came_back_empty_holds() {
        assertThat(account.ask(plain())).isInstanceOf(ClusterAnswer.Granted.class);
        server.kill();
        assertUnavailable();
        assertUnavailable();
        server.startAgain();
        final ClusterAnswer.Later later = (ClusterAnswer.Later) recovered();
        assertThat(later.held()).isTrue();
        assertThat(later.pause()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        node.begin(KEY);
        assertThat(account.ask(plain())).isInstanceOf(ClusterAnswer.Granted.class);
    }

    @Test
    void a_store_that_came_back_with_its_data_may_have_lost_the_last_of_it_and_holds_too() {
        try (RedisServer keeping = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
                RedisNode other = new StoreOfTests(keeping).realNode("two")) {
            other.begin(KEY);
            final ClusterAccount shared = other.account(KEY, TERMS);
            final ClusterAnswer.Granted flight = (ClusterAnswer.Granted) shared.ask(wanted());
            shared.landed(SIM, flight.flight(), Optional.of(Reports.of(SIM, 1)), Duration.ZERO);
            assertThat(shared.look(SIM)).isPresent();
            keeping.kill();
            keeping.startAgain();
            final ClusterAnswer.Later later = (ClusterAnswer.Later) recovered(shared);
            assertThat(later.held()).isTrue();
            assertThat(shared.look(SIM)).isPresent();
        }
    }

    @Test
    void a_store_that_was_never_there_grants_nothing() {
        final RedisSettings same = store.settings("two");
        final RedisSettings nowhere = new RedisSettings(
                java.net.URI.create("redis://127.0.0.1:1"),
                "two",
                same.slack(),
                same.timeout(),
                same.prefix(),
                same.tokenKey(),
                false);
        try (RedisNode other = new RedisNode(nowhere)) {
            final ClusterAccount nothing = other.account(KEY, TERMS);
            assertThatThrownBy(() -> nothing.ask(plain())).isInstanceOf(UsageException.class);
            assertThatThrownBy(() -> nothing.look(SIM)).isInstanceOf(UsageException.class);
            nothing.hold(LimitScope.ACCOUNT, Optional.empty(), Duration.ofSeconds(1));
            nothing.landed(SIM, 1, Optional.of(Reports.of(SIM, 1)), Duration.ZERO);
        }
    }

    @Test
    void a_store_that_stands_still_grants_nothing_and_what_it_was_asked_meanwhile_takes_nothing() {
        assertThat(account.ask(plain())).isInstanceOf(ClusterAnswer.Granted.class);
        server.pause();
        assertUnavailable();
        final long start = System.nanoTime();
        assertUnavailable();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("what is asked while an answer is overdue")
                .isLessThan(Duration.ofMillis(250));
        server.resume();
        assertThat(recovered()).isInstanceOf(ClusterAnswer.Granted.class);
        assertThat(account.ask(plain())).isInstanceOf(ClusterAnswer.Later.class);
    }

    @Test
    void the_first_connection_may_take_longer_than_an_answer() {
        server.pause();
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(server::resume);
        try (RedisNode other = store.realNode("two")) {
            assertThat(other.account(KEY, TERMS).ask(plain())).isInstanceOf(ClusterAnswer.Granted.class);
        }
    }

    @Test
    void a_value_that_was_told_while_the_store_stood_still_is_as_old_as_it_is() throws InterruptedException {
        final ClusterAnswer.Granted flight = (ClusterAnswer.Granted) account.ask(wanted());
        server.pause();
        account.landed(SIM, flight.flight(), Optional.of(Reports.of(SIM, 1)), Duration.ZERO);
        pass(Duration.ofMillis(400));
        server.resume();
        final ClusterAnswer.Known known = account.look(SIM).orElseThrow();
        assertThat(known.age()).isBetween(Duration.ofMillis(395), Duration.ofSeconds(5));
    }

    @Test
    void a_hold_that_was_told_while_the_store_was_away_is_told_again() {
        server.kill();
        account.hold(LimitScope.ACCOUNT, Optional.empty(), Duration.ofHours(5));
        server.startAgain();
        recovered();
        try (RedisNode other = store.realNode("two")) {
            final ClusterAnswer.Later later =
                    (ClusterAnswer.Later) other.account(KEY, TERMS).ask(plain());
            assertThat(later.pause()).isGreaterThan(Duration.ofHours(4));
        }
    }

    @Test
    void scripts_that_the_store_forgot_are_taught_again() {
        try (RawRedis raw = new RawRedis(server)) {
            raw.commands().scriptFlush();
        }
        assertThat(account.ask(plain())).isInstanceOf(ClusterAnswer.Granted.class);
    }

    @Test
    void a_store_that_may_forget_keys_is_refused() {
        try (RedisServer forgetful = RedisServer.start("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru");
                RedisNode other = new StoreOfTests(forgetful).realNode("two")) {
            final ClusterAccount shared = other.account(KEY, TERMS);
            assertThatThrownBy(() -> shared.ask(plain()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("noeviction");
        }
    }

    @Test
    void a_node_that_names_sims_otherwise_is_refused() {
        account.ask(plain());
        final RedisSettings same = store.settings("two");
        final RedisSettings otherwise = new RedisSettings(
                same.redis(), "two", same.slack(), same.timeout(), same.prefix(), same.tokenKey(), true);
        try (RedisNode other = new RedisNode(otherwise)) {
            final ClusterAccount shared = other.account(KEY, TERMS);
            assertThatThrownBy(() -> shared.ask(plain()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("other names");
            assertThat(other.status().accounts()).hasSize(1);
        }
    }

    @Test
    void whoever_was_interrupted_gets_no_permit_and_keeps_the_flag() {
        server.pause();
        Thread.currentThread().interrupt();
        final UsageException cancelled = catchThrowableOfType(UsageException.class, () -> account.ask(plain()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cancelled.kind()).isEqualTo(UsageException.Kind.CANCELLED);
        server.resume();
    }

    @Test
    void after_it_is_closed_nothing_is_asked_and_no_thread_is_left() throws InterruptedException {
        account.ask(plain());
        node.close();
        node.close();
        assertUnavailable();
        for (int i = 0; i < 100 && threads() > 0; i++) {
            pass(Duration.ofMillis(50));
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lettuce"))
                .count();
    }

    private void assertUnavailable() {
        final UsageException failure = catchThrowableOfType(UsageException.class, () -> account.ask(plain()));
        assertThat(failure).isNotNull();
        assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL);
        assertThat(failure.retryable()).isTrue();
    }

    /** The first answer there is. */
    private ClusterAnswer recovered() {
        return recovered(account);
    }

    private static ClusterAnswer recovered(final ClusterAccount account) {
        final long start = System.nanoTime();
        while (true) {
            try {
                return account.ask(plain());
            } catch (final UsageException notYet) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(10)) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void pass(final Duration time) throws InterruptedException {
        final boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        assertThat(never).isFalse();
    }

    private static ClusterRequest plain() {
        return new ClusterRequest(false, Optional.empty(), Priority.INTERACTIVE, Optional.empty());
    }

    private static ClusterRequest wanted() {
        return new ClusterRequest(
                false,
                Optional.of(SIM),
                Priority.INTERACTIVE,
                Optional.of(new ClusterRequest.Wanted(Duration.ZERO, Duration.ZERO)));
    }
}
