package dev.anycarrier.cluster.proof.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each law is broken by what it forbids, and by nothing that it allows. */
class LawTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final Terms TERMS = new Terms(
            List.of(
                    new RateLimit(LimitScope.ACCOUNT, 3, Duration.ofSeconds(1)),
                    new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(3)),
                    new RateLimit(LimitScope.TOKEN_ENDPOINT, 2, Duration.ofSeconds(1))),
            Duration.ofSeconds(2),
            true,
            Duration.ofMillis(500));

    private final List<Ledger.Entry> ledger = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<NodeStory> nodes = new ArrayList<>();

    @Test
    void as_many_requests_as_are_allowed_break_nothing() {
        asked("a", 0);
        asked("b", 0);
        asked("c", 0);
        asked("d", 1000);
        asked("a", 3000);

        assertThat(broken()).isEmpty();
        assertThat(evidence().closest(TERMS.limits().get(0))).contains(Duration.ofSeconds(1));
    }

    @Test
    void one_request_too_many_for_the_account_in_any_span_of_its_window_is_found() {
        asked("a", 600);
        asked("b", 900);
        asked("c", 1100);
        asked("d", 1599);

        assertThat(broken()).containsExactly(Law.NO_WINDOW_OVER_A_LIMIT);
    }

    @Test
    void requests_that_were_noted_in_another_order_than_they_came_are_judged_by_their_times() {
        asked("d", 1599);
        asked("a", 600);
        asked("c", 1100);
        asked("b", 900);

        assertThat(broken()).containsExactly(Law.NO_WINDOW_OVER_A_LIMIT);
    }

    @Test
    void a_SIM_that_is_asked_about_twice_in_its_interval_is_found() {
        asked("a", 0);
        asked("a", 2999);

        assertThat(broken()).containsExactly(Law.NO_WINDOW_OVER_A_LIMIT);
    }

    @Test
    void a_question_that_was_refused_for_its_token_counts_for_the_account_alone() {
        entry(Purpose.USAGE, "a", 0, 401);
        asked("a", 10);
        assertThat(broken()).isEmpty();

        asked("b", 20);
        asked("c", 30);
        assertThat(broken()).containsExactly(Law.NO_WINDOW_OVER_A_LIMIT);
    }

    @Test
    void token_calls_over_their_limit_are_found_even_if_something_befell_a_node() {
        IntStream.range(0, 3).forEach(i -> token(i * 100L));
        trouble(Trouble.Kind.NODE_KILLED, 0, 300);

        assertThat(broken()).containsExactly(Law.NO_WINDOW_OVER_A_LIMIT);
    }

    @Test
    void a_second_token_in_the_first_half_of_the_life_of_one_is_found() {
        token(0);
        token(999);

        assertThat(broken()).containsExactly(Law.ONE_TOKEN_CALL_PER_EXPIRY);
    }

    @Test
    void a_second_token_has_its_reason_in_the_age_of_the_first_or_its_refusal_or_the_death_of_who_fetched_it() {
        token(0);
        token(1000);
        entry(Purpose.USAGE, "a", 1500, 401);
        token(1600);
        token(2200);
        trouble(Trouble.Kind.NODE_KILLED, 1700, 1700);

        assertThat(broken()).isEmpty();
    }

    @Test
    void nodes_with_tokens_of_their_own_fetch_each_one() {
        token(0);
        token(10);

        final Terms own = new Terms(TERMS.limits(), TERMS.tokenLifetime(), false, TERMS.slack());
        assertThat(Verdict.of(new Evidence(own, ledger, holds, troubles, nodes)).holds())
                .isTrue();
    }

    @Test
    void a_question_while_the_carrier_wants_none_is_found() {
        refused("a", 0, 3000);
        asked("b", 751);

        assertThat(broken()).containsExactly(Law.NOTHING_WHILE_HELD);
    }

    @Test
    void what_was_permitted_before_the_nodes_knew_of_a_hold_may_still_arrive() {
        refused("a", 0, 3000);
        asked("b", 750);
        asked("c", 3000);

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_hold_that_the_store_was_told_of_outlives_its_restart_but_not_the_loss_of_its_data() {
        refused("a", 0, 3000);
        asked("b", 2900);
        trouble(Trouble.Kind.STORE_EMPTIED, 1000, 1100);
        assertThat(broken()).isEmpty();

        troubles.clear();
        trouble(Trouble.Kind.STORE_RESTARTED, 1000, 1100);
        assertThat(broken()).containsExactly(Law.NOTHING_WHILE_HELD);
    }

    @Test
    void a_request_without_a_store_is_found_whatever_it_is_for() {
        trouble(Trouble.Kind.STORE_PAUSED, 0, 3000);
        asked("a", 500);
        assertThat(broken()).isEmpty();

        token(501);
        assertThat(broken()).containsExactly(Law.NOTHING_WITHOUT_A_STORE);
    }

    @Test
    void a_question_right_after_a_store_began_anew_is_found() {
        trouble(Trouble.Kind.STORE_EMPTIED, 0, 100);
        asked("a", 1099);
        assertThat(broken()).containsExactly(Law.NOTHING_WITHOUT_A_STORE);

        ledger.clear();
        asked("a", 1100);
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_refusal_that_nobody_ordered_is_found() {
        entry(Purpose.USAGE, "a", 0, 429);

        assertThat(broken()).containsExactly(Law.NO_REFUSAL_BY_FAULT);
    }

    @Test
    void a_question_without_an_outcome_is_found_unless_its_node_was_killed() {
        nodes.add(new NodeStory("killed", false, List.of(1L, 2L), List.of(2L)));
        assertThat(broken()).isEmpty();

        nodes.add(new NodeStory("lived", true, List.of(1L, 2L), List.of(2L)));
        assertThat(broken()).containsExactly(Law.ONE_OUTCOME);
    }

    @Test
    void a_question_with_two_outcomes_is_found_even_of_a_node_that_was_killed() {
        nodes.add(new NodeStory("killed", false, List.of(1L), List.of(1L, 1L)));

        assertThat(broken()).containsExactly(Law.ONE_OUTCOME);
    }

    private void asked(final String sim, final long millis) {
        entry(Purpose.USAGE, sim, millis, 200);
    }

    private void refused(final String sim, final long millis, final long until) {
        entry(Purpose.USAGE, sim, millis, 429);
        holds.add(new Hold(START.plusMillis(millis), START.plusMillis(until)));
    }

    private void token(final long millis) {
        ledger.add(new Ledger.Entry(
                START.plusMillis(millis), Purpose.TOKEN, "POST", "/token", Optional.empty(), 200));
    }

    private void entry(final Purpose purpose, final String sim, final long millis, final int status) {
        ledger.add(new Ledger.Entry(
                START.plusMillis(millis), purpose, "GET", "/" + sim, Optional.of(sim), status));
    }

    private void trouble(final Trouble.Kind kind, final long from, final long until) {
        troubles.add(new Trouble(kind, START.plusMillis(from), START.plusMillis(until)));
    }

    private Evidence evidence() {
        return new Evidence(TERMS, ledger, holds, troubles, nodes);
    }

    private Iterable<Law> broken() {
        return Verdict.of(evidence()).broken().keySet();
    }
}
