package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.engine.port.ClusterToken.Elsewhere;
import dev.anycarrier.engine.port.ClusterToken.Fetch;
import dev.anycarrier.engine.port.ClusterToken.Held;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class RedisTokensTest {

    private static final String CREDENTIALS = "digest of credentials";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final AccessToken TOKEN = new AccessToken(Secret.of("the-token"), Duration.ofMinutes(10));
    private static final ClusterTerms TERMS = new ClusterTerms(List.of(), SECOND, LEASE, Duration.ofHours(1));

    private static RedisServer server;
    private static RawRedis raw;

    private final StoreOfTests store = new StoreOfTests(server);
    private final RedisNode one = store.node("one");
    private final RedisNode two = store.node("two");
    private final ClusterAccount here = one.account("main", TERMS);
    private final ClusterAccount there = two.account("main", TERMS);

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

    @BeforeEach
    void empty() {
        raw.commands().flushall();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void one_node_fetches_and_all_have_it() {
        final Fetch leave = (Fetch) here.token(CREDENTIALS, 0, false);
        final Elsewhere wait = (Elsewhere) there.token(CREDENTIALS, 0, false);
        assertThat(wait.failed()).isFalse();
        assertThat(wait.pause()).isBetween(LEASE.minus(SECOND), LEASE);
        final long number =
                here.fetched(CREDENTIALS, leave.fence(), TOKEN, SECOND).orElseThrow();
        store.pass(SECOND);
        final Held held = (Held) there.token(CREDENTIALS, 0, false);
        assertThat(held.token()).isEqualTo(TOKEN);
        assertThat(held.number()).isEqualTo(number);
        assertThat(held.age())
                .isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(2).plusMillis(1));
    }

    @Test
    void a_token_that_was_refused_is_fetched_anew_once_and_its_successor_has_a_higher_number() {
        final long first = fetch(here);
        final Fetch leave = (Fetch) there.token(CREDENTIALS, first, false);
        assertThat(here.token(CREDENTIALS, first, false)).isInstanceOf(Elsewhere.class);
        assertThat(here.token(CREDENTIALS, 0, false)).isInstanceOf(Held.class);
        assertThat(there.fetched(CREDENTIALS, leave.fence(), TOKEN, SECOND).orElseThrow())
                .isGreaterThan(first);
        assertThat(here.token(CREDENTIALS, first, false)).isInstanceOf(Held.class);
    }

    @Test
    void a_token_whose_lifetime_is_over_is_none() {
        fetch(here);
        store.pass(TOKEN.lifetime());
        assertThat(there.token(CREDENTIALS, 0, false)).isInstanceOf(Fetch.class);
    }

    @Test
    void a_holder_that_was_away_longer_than_its_lease_changes_nothing() {
        final Fetch late = (Fetch) here.token(CREDENTIALS, 0, false);
        store.pass(LEASE);
        final Fetch next = (Fetch) there.token(CREDENTIALS, 0, false);
        assertThat(next.fence()).isGreaterThan(late.fence());
        assertThat(here.fetched(CREDENTIALS, late.fence(), TOKEN, SECOND)).isEmpty();
        here.notFetched(CREDENTIALS, late.fence(), Duration.ofMinutes(1));
        assertThat(((Elsewhere) here.token(CREDENTIALS, 0, false)).failed()).isFalse();
        assertThat(there.fetched(CREDENTIALS, next.fence(), TOKEN, SECOND)).isPresent();
    }

    @Test
    void after_a_failure_nobody_tries_for_a_while() {
        final Fetch leave = (Fetch) here.token(CREDENTIALS, 0, false);
        here.notFetched(CREDENTIALS, leave.fence(), Duration.ofSeconds(5));
        final Elsewhere wait = (Elsewhere) here.token(CREDENTIALS, 0, false);
        assertThat(wait.failed()).isTrue();
        assertThat(wait.pause()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        assertThat(((Elsewhere) there.token(CREDENTIALS, 0, false)).failed()).isTrue();
        store.pass(Duration.ofSeconds(5));
        assertThat(there.token(CREDENTIALS, 0, false)).isInstanceOf(Fetch.class);
    }

    @Test
    void other_credentials_have_tokens_of_their_own() {
        fetch(here);
        assertThat(there.token("other credentials", 0, false)).isInstanceOf(Fetch.class);
    }

    @Test
    void after_a_store_lost_everything_numbers_go_on_above_the_old_ones() {
        final long number = fetch(here);
        raw.commands().flushall();
        final Fetch leave = (Fetch) there.token(CREDENTIALS, number, false);
        assertThat(leave.fence()).isGreaterThan(number);
        final long far = number + 1_000_000_000_000L;
        raw.commands().flushall();
        assertThat(((Fetch) there.token(CREDENTIALS, far, false)).fence()).isGreaterThan(far);
    }

    @Test
    void nothing_of_a_token_can_be_read_in_redis() {
        fetch(here);
        for (final String key : raw.keys()) {
            if (raw.commands().type(key).equals("hash")) {
                assertThat(raw.commands().hgetall(key).toString()).doesNotContain("the-token", CREDENTIALS);
            }
            assertThat(key).doesNotContain(CREDENTIALS);
        }
    }

    @Test
    void a_node_with_another_key_has_tokens_of_its_own_and_leaves_the_shared_one_alone() {
        fetch(here);
        final RedisSettings same = store.settings("three");
        final RedisSettings other = new RedisSettings(
                same.redis(),
                "three",
                same.slack(),
                same.timeout(),
                same.prefix(),
                Optional.of(Secret.of("another key of more than 32 characters")),
                false);
        try (RedisNode three =
                new RedisNode(other, dev.anycarrier.engine.port.TimeSource.system(), Optional.of(store.time::get))) {
            assertThat(three.account("main", TERMS).token(CREDENTIALS, 0, false))
                    .isInstanceOf(ClusterToken.Own.class);
        }
        assertThat(here.token(CREDENTIALS, 0, false)).isInstanceOf(Held.class);
    }

    @Test
    void without_a_key_each_node_has_its_own_and_nothing_is_asked() {
        final RedisSettings same = store.settings("three");
        final RedisSettings without = new RedisSettings(
                java.net.URI.create("redis://127.0.0.1:1"),
                "three",
                same.slack(),
                same.timeout(),
                same.prefix(),
                Optional.empty(),
                false);
        try (RedisNode three = new RedisNode(without)) {
            final ClusterAccount account = three.account("main", TERMS);
            assertThat(account.token(CREDENTIALS, 0, false)).isInstanceOf(ClusterToken.Own.class);
            assertThat(account.fetched(CREDENTIALS, 1, TOKEN, SECOND)).isEmpty();
            account.notFetched(CREDENTIALS, 1, SECOND);
        }
    }

    private static long fetch(final ClusterAccount account) {
        final Fetch leave = (Fetch) account.token(CREDENTIALS, 0, false);
        return account.fetched(CREDENTIALS, leave.fence(), TOKEN, SECOND).orElseThrow();
    }
}
