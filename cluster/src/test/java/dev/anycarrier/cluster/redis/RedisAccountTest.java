package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterAnswer.Elsewhere;
import dev.anycarrier.engine.port.ClusterAnswer.Granted;
import dev.anycarrier.engine.port.ClusterAnswer.Known;
import dev.anycarrier.engine.port.ClusterAnswer.Later;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
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
class RedisAccountTest {

    private static final String KEY = "main acme https://api.example.com";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final SimId SIM = Reports.sim(1);
    private static final SimId OTHER_SIM = Reports.sim(2);
    private static final ClusterTerms TERMS = new ClusterTerms(
            List.of(
                    new RateLimit(LimitScope.ACCOUNT, 3, Duration.ofSeconds(10)),
                    new RateLimit(LimitScope.SIM, 1, MINUTE),
                    new RateLimit(LimitScope.TOKEN_ENDPOINT, 1, MINUTE)),
            SECOND,
            LEASE,
            Duration.ofHours(1));

    private static RedisServer server;
    private static RawRedis raw;

    private final StoreOfTests store = new StoreOfTests(server);
    private final RedisNode one = store.node("one");
    private final RedisNode two = store.node("two");
    private final ClusterAccount here = one.account(KEY, TERMS);
    private final ClusterAccount there = two.account(KEY, TERMS);

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
    void begin() {
        raw.commands().flushall();
        one.begin(KEY);
        there.look(SIM);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void a_limit_counts_what_all_nodes_send_and_each_permit_for_its_window_and_the_slack() {
        assertGranted(here.ask(plain()));
        store.pass(SECOND);
        assertGranted(there.ask(plain()));
        assertGranted(here.ask(plain()));
        final Later later = (Later) there.ask(plain());
        assertThat(later.scope()).isEqualTo(LimitScope.ACCOUNT);
        assertThat(later.held()).isFalse();
        assertThat(later.pause())
                .isBetween(Duration.ofMillis(9499), Duration.ofSeconds(9).plus(StoreOfTests.SLACK));
        store.pass(later.pause().minusMillis(1));
        assertThat(there.ask(plain())).isInstanceOf(Later.class);
        store.pass(Duration.ofMillis(2));
        assertGranted(there.ask(plain()));
    }

    @Test
    void a_sim_has_its_own_limit() {
        assertGranted(here.ask(about(SIM)));
        final Later later = (Later) there.ask(about(SIM));
        assertThat(later.scope()).isEqualTo(LimitScope.SIM);
        assertThat(later.held()).isFalse();
        assertGranted(there.ask(about(OTHER_SIM)));
    }

    @Test
    void requests_for_tokens_count_for_nothing_else() {
        assertGranted(here.ask(token()));
        assertThat(((Later) there.ask(token())).scope()).isEqualTo(LimitScope.TOKEN_ENDPOINT);
        for (int i = 0; i < 3; i++) {
            assertGranted(there.ask(plain()));
        }
    }

    @Test
    void what_was_not_sent_counts_for_nothing() {
        final Granted permit = (Granted) here.ask(about(SIM));
        here.notSent(permit);
        here.look(SIM);
        assertGranted(there.ask(about(SIM)));
        assertGranted(there.ask(plain()));
        assertGranted(there.ask(plain()));
        assertThat(there.ask(plain())).isInstanceOf(Later.class);
    }

    @Test
    void what_was_refused_for_its_token_counts_for_the_account_but_not_for_the_sim() {
        final Granted permit = (Granted) here.ask(about(SIM));
        here.giveBackForSim(permit);
        here.giveBackForSim(permit);
        here.look(SIM);
        assertGranted(there.ask(about(SIM)));
        assertGranted(there.ask(plain()));
        assertThat(((Later) there.ask(plain())).scope()).isEqualTo(LimitScope.ACCOUNT);
    }

    @Test
    void one_node_asks_about_a_sim_and_the_others_get_its_answer() {
        final Granted flight = (Granted) here.ask(wanted(SIM));
        assertThat(flight.flight()).isPositive();
        final Elsewhere elsewhere = (Elsewhere) there.ask(wanted(SIM));
        assertThat(elsewhere.lease()).isBetween(LEASE.minusSeconds(1), LEASE);
        here.landed(SIM, flight.flight(), Optional.of(Reports.of(SIM, 7)), SECOND);
        here.look(SIM);
        store.pass(SECOND);
        final Known known = (Known) there.ask(wanted(SIM));
        assertThat(known.report()).isEqualTo(Reports.of(SIM, 7));
        assertThat(known.receivedAgo()).isBetween(SECOND, SECOND.plusMillis(1));
        assertThat(known.age())
                .isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(2).plusMillis(1));
    }

    @Test
    void a_value_is_as_good_as_its_age_or_the_interval_since_its_receipt() {
        land(Duration.ofSeconds(40));
        store.pass(Duration.ofSeconds(30));
        assertThat(there.ask(wanted(Duration.ofSeconds(71), Duration.ZERO))).isInstanceOf(Known.class);
        assertThat(there.ask(wanted(Duration.ZERO, Duration.ofSeconds(31)))).isInstanceOf(Known.class);
        assertThat(there.ask(wanted(Duration.ofSeconds(70), Duration.ofSeconds(30))))
                .isInstanceOf(Later.class);
        assertThat(there.look(SIM)).isPresent();
    }

    @Test
    void a_value_is_forgotten_after_its_time() {
        land(Duration.ZERO);
        store.pass(TERMS.keptFor());
        assertThat(there.look(SIM)).isEmpty();
        assertGranted(there.ask(wanted(Duration.ofDays(1), Duration.ofDays(1))));
    }

    @Test
    void a_holder_that_crashed_keeps_others_off_no_longer_than_its_lease_and_changes_nothing_later() {
        final Granted lost = (Granted) here.ask(wanted(SIM));
        store.pass(LEASE);
        assertThat(there.ask(wanted(SIM))).isInstanceOf(Later.class);
        store.pass(MINUTE);
        final Granted next = (Granted) there.ask(wanted(SIM));
        assertThat(next.flight()).isGreaterThan(lost.flight());
        here.landed(SIM, lost.flight(), Optional.of(Reports.of(SIM, 1)), Duration.ZERO);
        assertThat(here.look(SIM)).isEmpty();
        assertThat(here.ask(wanted(SIM))).isInstanceOf(Elsewhere.class);
    }

    @Test
    void a_question_that_goes_on_keeps_its_number_and_has_a_lease_from_then() {
        final Granted begun = (Granted) here.ask(wanted(SIM));
        store.pass(LEASE.minus(SECOND));
        assertThat(here.ask(wanted(SIM, begun.flight()))).isInstanceOf(Later.class);
        assertThat(there.ask(wanted(SIM))).isInstanceOf(Elsewhere.class);
        store.pass(SECOND);
        assertThat(there.ask(wanted(SIM))).isInstanceOf(Later.class);
        here.notSent(begun);
        final Granted late = (Granted) here.ask(wanted(SIM, begun.flight()));
        assertThat(late.flight()).isGreaterThan(begun.flight());
        here.notSent(late);
        store.pass(LEASE.minus(SECOND));
        final Granted further = (Granted) here.ask(wanted(SIM, late.flight()));
        assertThat(further.flight()).isEqualTo(late.flight());
        store.pass(LEASE.minus(SECOND));
        assertThat(there.ask(wanted(SIM))).isInstanceOf(Elsewhere.class);
        here.landed(SIM, late.flight(), Optional.of(Reports.of(SIM, 7)), Duration.ZERO);
        // By the connection on which it was told: the other one may be quicker.
        assertThat(here.ask(wanted(SIM))).isInstanceOf(Known.class);
    }

    @Test
    void an_older_value_does_not_take_the_place_of_a_newer_one() {
        land(SECOND);
        store.pass(MINUTE.plus(SECOND));
        final Granted flight = (Granted) here.ask(wanted(SIM));
        here.landed(SIM, flight.flight(), Optional.of(Reports.of(SIM, 99)), Duration.ofHours(1));
        assertThat(here.look(SIM).orElseThrow().report()).isEqualTo(Reports.of(SIM, 7));
    }

    @Test
    void a_question_that_came_to_nothing_lets_the_next_one_go() {
        final Granted flight = (Granted) here.ask(wanted(SIM));
        here.notSent(flight);
        here.landed(SIM, flight.flight(), Optional.empty(), Duration.ZERO);
        here.look(SIM);
        assertGranted(there.ask(wanted(SIM)));
    }

    @Test
    void what_a_carrier_holds_back_is_held_back_everywhere_and_the_longer_hold_stays() {
        here.hold(LimitScope.ACCOUNT, Optional.empty(), MINUTE);
        here.hold(LimitScope.ACCOUNT, Optional.empty(), SECOND);
        here.look(SIM);
        final Later later = (Later) there.ask(about(SIM));
        assertThat(later.held()).isTrue();
        assertThat(later.scope()).isEqualTo(LimitScope.ACCOUNT);
        assertThat(later.pause()).isBetween(MINUTE.minusMillis(1), MINUTE);
        assertGranted(there.ask(token()));
    }

    @Test
    void a_hold_of_one_sim_leaves_others_alone() {
        here.hold(LimitScope.SIM, Optional.of(SIM), MINUTE);
        here.hold(LimitScope.SIM, Optional.of(SIM), SECOND);
        here.look(SIM);
        final Later later = (Later) there.ask(about(SIM));
        assertThat(later.held()).isTrue();
        assertThat(later.scope()).isEqualTo(LimitScope.SIM);
        assertThat(later.pause()).isBetween(MINUTE.minusMillis(1), MINUTE);
        assertGranted(there.ask(about(OTHER_SIM)));
    }

    @Test
    void while_something_interactive_waits_a_sweep_has_to() {
        final Granted first = (Granted) here.ask(sweep());
        here.ask(sweep());
        here.ask(sweep());
        final Later interactive = (Later) here.ask(plain());
        here.notSent(first);
        here.look(SIM);
        assertThat(there.ask(sweep())).isInstanceOf(Later.class);
        assertGranted(there.ask(plain()));
        store.pass(interactive.pause().plus(RedisAccount.GRACE).plusMillis(1));
        assertGranted(there.ask(sweep()));
    }

    @Test
    void a_store_that_has_lost_everything_lets_nothing_go_before_the_longest_window() {
        raw.commands().flushall();
        final Later later = (Later) here.ask(about(SIM));
        assertThat(later.held()).isTrue();
        assertThat(later.scope()).isEqualTo(LimitScope.SIM);
        assertThat(later.pause()).isBetween(MINUTE, MINUTE.plus(StoreOfTests.SLACK));
        assertThat(((Later) there.ask(token())).held()).isTrue();
        store.pass(Duration.ofSeconds(10).plus(StoreOfTests.SLACK));
        assertGranted(there.ask(plain()));
        assertThat(((Later) there.ask(about(SIM))).held()).isTrue();
        store.pass(Duration.ofSeconds(50));
        assertGranted(there.ask(about(SIM)));
    }

    @Test
    void a_clock_that_is_set_back_makes_windows_longer_and_never_shorter_even_if_it_is_set_right_again() {
        assertGranted(here.ask(about(SIM)));
        store.time.addAndGet(-Micros.atLeast(Duration.ofHours(5)));
        store.pass(Duration.ofSeconds(10));
        final Later later = (Later) there.ask(about(SIM));
        assertThat(later.pause()).isBetween(MINUTE, MINUTE.plus(StoreOfTests.SLACK));
        store.pass(Duration.ofHours(5));
        assertThat(there.ask(about(SIM))).isInstanceOf(Later.class);
        store.pass(later.pause().minusSeconds(10).plusMillis(1));
        assertGranted(there.ask(about(SIM)));
    }

    @Test
    void a_clock_that_is_set_back_makes_nothing_younger_and_no_lease_longer() {
        land(SECOND);
        assertThat(here.ask(new ClusterRequest(
                        false,
                        Optional.of(OTHER_SIM),
                        Priority.INTERACTIVE,
                        Optional.of(new ClusterRequest.Wanted(SECOND, SECOND)))))
                .isInstanceOf(Granted.class);
        store.time.addAndGet(-Micros.atLeast(Duration.ofHours(5)));
        there.look(SIM);
        store.pass(LEASE);
        assertThat(there.look(SIM).orElseThrow().age()).isBetween(LEASE.plus(SECOND), LEASE.plusSeconds(2));
        assertThat(there.ask(wanted(OTHER_SIM))).isInstanceOf(Later.class);
    }

    @Test
    void a_value_that_cannot_be_read_is_as_if_there_were_none() {
        land(SECOND);
        store.pass(MINUTE.plus(SECOND));
        final String key = raw.keys().stream()
                .filter(name -> name.contains(":s:"))
                .findFirst()
                .orElseThrow();
        // Its last bytes are the value's.
        raw.commands().setrange(key, raw.commands().strlen(key) - 20, "xxxxxxxxxxxxxxxxxxxx");
        assertThat(there.look(SIM)).isEmpty();
        assertGranted(there.ask(wanted(Duration.ofHours(1), Duration.ofHours(1))));
    }

    @Test
    void no_key_stays_for_ever_and_none_names_a_sim() {
        land(SECOND);
        here.ask(token());
        here.hold(LimitScope.SIM, Optional.of(OTHER_SIM), MINUTE);
        here.token("credentials", 0, false);
        final List<String> keys = raw.keys();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(5);
        assertThat(keys).allSatisfy(key -> assertThat(raw.commands().pttl(key)).isPositive());
        assertThat(keys).noneMatch(key -> key.contains(SIM.value()) || key.contains(OTHER_SIM.value()));
    }

    private void land(final Duration age) {
        final Granted flight = (Granted) here.ask(wanted(SIM));
        here.landed(SIM, flight.flight(), Optional.of(Reports.of(SIM, 7)), age);
        assertThat(here.look(SIM)).isPresent();
    }

    private static void assertGranted(final ClusterAnswer answer) {
        assertThat(answer).isInstanceOf(Granted.class);
    }

    private static ClusterRequest plain() {
        return new ClusterRequest(false, Optional.empty(), Priority.INTERACTIVE, Optional.empty());
    }

    private static ClusterRequest sweep() {
        return new ClusterRequest(false, Optional.empty(), Priority.SWEEP, Optional.empty());
    }

    private static ClusterRequest token() {
        return new ClusterRequest(true, Optional.empty(), Priority.INTERACTIVE, Optional.empty());
    }

    private static ClusterRequest about(final SimId sim) {
        return new ClusterRequest(false, Optional.of(sim), Priority.INTERACTIVE, Optional.empty());
    }

    private static ClusterRequest wanted(final SimId sim) {
        return new ClusterRequest(
                false,
                Optional.of(sim),
                Priority.INTERACTIVE,
                Optional.of(new ClusterRequest.Wanted(Duration.ofSeconds(20), Duration.ofSeconds(20))));
    }

    private static ClusterRequest wanted(final SimId sim, final long flight) {
        final ClusterRequest first = wanted(sim);
        return new ClusterRequest(
                false, first.sim(), first.priority(), first.flight().map(wanted -> wanted.on(flight)));
    }

    private static ClusterRequest wanted(final Duration age, final Duration interval) {
        return new ClusterRequest(
                false, Optional.of(SIM), Priority.INTERACTIVE, Optional.of(new ClusterRequest.Wanted(age, interval)));
    }
}
