package dev.anycarrier.engine.limit;

import static dev.anycarrier.engine.limit.Limiting.FIVE_A_SECOND;
import static dev.anycarrier.engine.limit.Limiting.ONCE_A_QUARTER;
import static dev.anycarrier.engine.limit.Limiting.THREE_TOKENS_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldsTest {

    private static final String SIM = "8944465400000217735";
    private static final String OTHER = "8944465400000217736";
    private static final RateLimit TEN_A_MINUTE = new RateLimit(LimitScope.SIM, 10, Duration.ofMinutes(1));

    @Test
    void a_wait_that_only_a_limit_of_the_sim_can_ask_for_holds_the_sim_alone() {
        final Limiting limits = new Limiting(TEN_A_MINUTE, FIVE_A_SECOND);
        limits.askAndAnswer(SIM, 429, "Retry-After", "60");
        assertThat(limits.waitOf(SIM)).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.refusal(SIM).limitScope()).contains(LimitScope.SIM);
        assertThat(limits.waitOfAccount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "61", "86400"})
    void a_wait_that_another_limit_may_have_asked_for_holds_the_account_too(final String seconds) {
        final Limiting limits = new Limiting(TEN_A_MINUTE, new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(2)));
        limits.askAndAnswer(SIM, 429, "Retry-After", seconds);
        assertThat(limits.waitOfAccount()).isGreaterThanOrEqualTo(Duration.ofSeconds(Long.parseLong(seconds)));
        assertThat(limits.waitOf(SIM)).isGreaterThanOrEqualTo(limits.waitOfAccount());
    }

    @Test
    void a_question_about_no_sim_holds_the_account() {
        final Limiting limits = new Limiting(TEN_A_MINUTE);
        Limiting.answer(limits.askOfAccount(), 429, "Retry-After", "30");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_second_sim_that_is_refused_while_the_first_is_held_makes_it_the_account() {
        final Limiting limits = new Limiting(TEN_A_MINUTE, FIVE_A_SECOND);
        limits.askAndAnswer(SIM, 429, "Retry-After", "60");
        limits.time.advance(Duration.ofSeconds(59));
        limits.askAndAnswer(OTHER, 429, "Retry-After", "40");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_second_sim_that_is_refused_after_the_hold_of_the_first_is_held_alone() {
        final Limiting limits = new Limiting(TEN_A_MINUTE, FIVE_A_SECOND);
        limits.askAndAnswer(SIM, 429, "Retry-After", "60");
        limits.time.advance(Duration.ofSeconds(60));
        limits.askAndAnswer(OTHER, 429, "Retry-After", "40");
        assertThat(limits.waitOfAccount()).isZero();
        assertThat(limits.waitOf(OTHER)).isEqualTo(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1.5",
        "00, 1, 1.5",
        "+5, 5, 5",
        "'5 ', 5, 5",
        "1.5, 2, 2",
        "'5, 10', 10, 10",
        "-5, 1, 1.5",
        "soon, 1, 1.5",
        "'', 1, 1.5",
        "99999999999999999999, 1, 1.5",
        "9223372036854775807, 1, 1.5",
        "86400, 86400, 86400",
        "999999999, 604800, 604800"
    })
    void a_wait_is_never_shorter_than_asked_for_nor_than_the_own_backoff(
            final String value, final double least, final double most) {
        final Limiting limits = new Limiting();
        Limiting.answer(limits.askOfAccount(), 429, "Retry-After", value);
        assertThat(limits.waitOfAccount().toNanos()).isBetween((long) (least * 1e9), (long) (most * 1e9));
    }

    @Test
    void a_header_of_a_megabyte_means_nothing() {
        final Limiting limits = new Limiting();
        Limiting.answer(limits.askOfAccount(), 429, "Retry-After", "9".repeat(1_000_000));
        assertThat(limits.waitOfAccount()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    }

    @Test
    void the_longer_of_two_waits_counts() {
        final Limiting limits = new Limiting();
        Limiting.answer(limits.askOfAccount(), 429, "Retry-After", "3", "Retry-After", "7");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Wed, 04 Feb 2026 04:07:06 GMT", "Wed Feb  4 04:07:06 2026", "Monday, 04-Feb-26 04:07:06 GMT"})
    void a_date_is_read_by_the_carriers_clock_not_by_ours(final String until) {
        final Limiting limits = new Limiting();
        Limiting.answer(limits.askOfAccount(), 429, "Date", "Wed, 04 Feb 2026 04:05:06 GMT", "Retry-After", until);
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 404, 500})
    void on_other_answers_the_header_means_nothing(final int status) {
        final Limiting limits = new Limiting(TEN_A_MINUTE);
        limits.askAndAnswer(SIM, status, "Retry-After", "120");
        assertThat(limits.waitOfAccount()).isZero();
        limits.ask(SIM, Duration.ZERO).done();
    }

    @Test
    void an_unavailable_carrier_holds_the_account_if_it_says_for_how_long() {
        final Limiting limits = new Limiting(TEN_A_MINUTE);
        limits.askAndAnswer(SIM, 503);
        limits.askAndAnswer(SIM, 503, "Retry-After", "0");
        assertThat(limits.waitOfAccount()).isZero();
        limits.askAndAnswer(SIM, 503, "Retry-After", "20");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_hold_is_never_shortened() {
        final Limiting limits = new Limiting();
        final Permit first = limits.askOfAccount();
        final Permit second = limits.askOfAccount();
        final Permit third = limits.askOfAccount();
        Limiting.answer(first, 429, "Retry-After", "60");
        Limiting.answer(second, 429, "Retry-After", "5");
        Limiting.answer(third, 200);
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void the_own_backoff_doubles_with_each_refusal_up_to_a_quarter_of_an_hour_and_starts_anew_after_an_answer() {
        final Limiting limits = new Limiting();
        final List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Limiting.answer(limits.askOfAccount(), 429);
            waits.add(limits.waitOfAccount());
            limits.time.advance(limits.waitOfAccount());
        }
        for (int i = 0; i < 14; i++) {
            final Duration base = Duration.ofSeconds(Math.min(600, 1L << i));
            assertThat(waits.get(i)).isBetween(base, base.multipliedBy(3).dividedBy(2));
        }
        Limiting.answer(limits.askOfAccount(), 200);
        Limiting.answer(limits.askOfAccount(), 429);
        assertThat(limits.waitOfAccount()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    }

    @Test
    void many_refusals_of_what_was_sent_together_count_as_one() {
        final Limiting limits = new Limiting();
        final List<Permit> together = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            together.add(limits.askOfAccount());
            together.get(i).sent();
        }
        limits.time.advance(Duration.ofMillis(1));
        together.forEach(permit -> Limiting.answer(permit, 429));
        assertThat(limits.waitOfAccount()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    }

    @Test
    void without_a_wait_a_refusal_holds_the_sim_if_there_are_limits_for_sims_and_the_account_if_not() {
        final Limiting withSims = new Limiting(TEN_A_MINUTE);
        withSims.askAndAnswer(SIM, 429);
        assertThat(withSims.waitOfAccount()).isZero();
        assertThat(withSims.waitOf(SIM)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
        withSims.askAndAnswer(OTHER, 429);
        assertThat(withSims.waitOfAccount()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));

        final Limiting without = new Limiting(FIVE_A_SECOND);
        without.askAndAnswer(SIM, 429);
        assertThat(without.waitOfAccount()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_refused_token_call_holds_the_token_endpoint_and_nothing_else() {
        final Limiting limits = new Limiting(THREE_TOKENS_A_MINUTE, ONCE_A_QUARTER);
        Limiting.answer(limits.token(), 429, "Retry-After", "20");
        assertThat(limits.waitOfAccount()).isZero();
        final long before = limits.time.nanoTime();
        limits.token().done();
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(20).toNanos());
    }
}
