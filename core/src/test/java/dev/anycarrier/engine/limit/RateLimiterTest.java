package dev.anycarrier.engine.limit;

import static dev.anycarrier.engine.limit.Limiting.FIVE_A_SECOND;
import static dev.anycarrier.engine.limit.Limiting.ONCE_A_QUARTER;
import static dev.anycarrier.engine.limit.Limiting.THREE_TOKENS_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.RequestBudget;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final String SIM = "8944465400000217735";
    private static final String OTHER = "8944465400000217736";
    private static final RateLimit ONE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(1));

    @AfterEach
    void no_interrupt_is_left_behind() {
        Thread.interrupted();
    }

    @Test
    void whoever_can_wait_gets_its_permit_exactly_when_a_place_is_free() {
        final Limiting limits = new Limiting(FIVE_A_SECOND);
        for (int i = 0; i < 5; i++) {
            limits.askOfAccount().done();
        }
        final long before = limits.time.nanoTime();
        limits.askOfAccount().done();
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void what_is_left_of_each_limit_that_all_share_can_be_seen() {
        final Limiting limits = new Limiting(ONCE_A_QUARTER, FIVE_A_SECOND, THREE_TOKENS_A_MINUTE);
        final Permit underWay = limits.ask(SIM);
        limits.askOfAccount().done();
        limits.token().done();
        assertThat(limits.limiter.left())
                .containsExactly(
                        new RequestBudget(FIVE_A_SECOND, 3, Duration.ZERO),
                        new RequestBudget(THREE_TOKENS_A_MINUTE, 2, Duration.ZERO));
        underWay.notSent();
        underWay.done();
        assertThat(limits.limiter.left().get(0).left()).isEqualTo(4);
        limits.time.advance(Duration.ofSeconds(1));
        assertThat(limits.limiter.left().get(0).left()).isEqualTo(5);
        assertThat(limits.limiter.left().get(1).left()).isEqualTo(2);
    }

    @Test
    void a_wait_that_does_not_fit_is_refused_at_once_with_the_earliest_time_and_the_scope() {
        final Limiting limits = new Limiting(ONCE_A_QUARTER, FIVE_A_SECOND);
        limits.ask(SIM).done();
        limits.time.advance(Duration.ofMinutes(5));
        final long before = limits.time.nanoTime();
        final UsageException refusal =
                catchThrowableOfType(UsageException.class, () -> limits.ask(SIM, Duration.ofMinutes(9)));
        assertThat(limits.time.nanoTime()).isEqualTo(before);
        assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(refusal.limitScope()).contains(LimitScope.SIM);
        assertThat(limits.wait(refusal.notBefore().orElseThrow())).isEqualTo(Duration.ofMinutes(10));
        assertThat(refusal.retryable()).isTrue();
        limits.ask(OTHER, Duration.ZERO).done();
    }

    @Test
    void somebody_whose_deadline_has_passed_is_still_served_if_there_is_no_wait() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        limits.ask(SIM, Duration.ofSeconds(-5)).done();
        assertThat(limits.refusal(SIM).kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    }

    @Test
    void the_turn_learns_when_it_comes() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        limits.askOfAccount().done();
        final TestTurn turn = limits.turn(Duration.ofSeconds(30));
        final long expected = limits.time.nanoTime() + Duration.ofSeconds(1).toNanos();
        limits.limiter.acquire(false, Optional.empty(), turn).done();
        assertThat(turn.told).hasSize(1);
        assertThat(turn.told.get(0).at()).isEqualTo(expected);
        assertThat(turn.told.get(0).refusal().limitScope()).contains(LimitScope.ACCOUNT);
    }

    @Test
    void a_turn_that_becomes_more_urgent_learns_again_when_it_comes() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        limits.askOfAccount().done();
        final long end = limits.time.nanoTime() + Duration.ofSeconds(30).toNanos();
        final TestTurn turn = new TestTurn(Priority.SWEEP, end);
        limits.threads.in(Duration.ofMillis(400), () -> turn.becomes(Priority.INTERACTIVE, end));
        final long expected = limits.time.nanoTime() + Duration.ofSeconds(1).toNanos();
        limits.limiter.acquire(false, Optional.empty(), turn).done();
        assertThat(turn.told).extracting(TestTurn.Told::at).containsExactly(expected, expected);
    }

    @Test
    void a_turn_that_only_gets_more_time_is_not_told_again() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        limits.askOfAccount().done();
        final long end = limits.time.nanoTime() + Duration.ofSeconds(30).toNanos();
        final TestTurn turn = new TestTurn(Priority.SWEEP, end);
        limits.threads.in(Duration.ofMillis(400), () -> turn.becomes(Priority.SWEEP, end + 1));
        limits.limiter.acquire(false, Optional.empty(), turn).done();
        assertThat(turn.told).hasSize(1);
    }

    @Test
    void a_turn_that_need_not_wait_learns_nothing() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        final TestTurn turn = limits.turn(Duration.ofSeconds(30));
        limits.limiter.acquire(false, Optional.of(SimId.parse(SIM)), turn).done();
        assertThat(turn.told).isEmpty();
    }

    @Test
    void a_hold_that_comes_meanwhile_refuses_at_once_whom_it_makes_too_late() {
        final Limiting limits = new Limiting(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofSeconds(10)));
        final Permit answered = limits.askOfAccount();
        limits.askOfAccount().done();
        answered.sent();
        limits.threads.in(Duration.ofSeconds(2), () -> Limiting.answer(answered, 429, "Retry-After", "60"));
        final long before = limits.time.nanoTime();
        final UsageException refusal = catchThrowableOfType(UsageException.class, limits::askOfAccount);
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(limits.wait(refusal.notBefore().orElseThrow())).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_hold_that_comes_meanwhile_is_told_and_waited_for_if_it_fits() {
        final Limiting limits = new Limiting(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofSeconds(10)));
        final Permit answered = limits.askOfAccount();
        limits.askOfAccount().done();
        answered.sent();
        limits.threads.in(Duration.ofSeconds(2), () -> Limiting.answer(answered, 429, "Retry-After", "20"));
        final TestTurn turn = limits.turn(Duration.ofSeconds(30));
        final long before = limits.time.nanoTime();
        limits.limiter.acquire(false, Optional.empty(), turn).done();
        assertThat(turn.told)
                .extracting(told -> told.at() - before)
                .containsExactly(
                        Duration.ofSeconds(10).toNanos(), Duration.ofSeconds(22).toNanos());
    }

    @Test
    void a_place_that_is_given_back_lets_the_next_one_go_when_the_hold_ends_not_when_the_place_would_have_been_free() {
        final Limiting limits = new Limiting(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofSeconds(20)));
        final Permit answered = limits.askOfAccount();
        final Permit slow = limits.askOfAccount();
        Limiting.answer(answered, 429, "Retry-After", "10");
        limits.threads.in(Duration.ofSeconds(5), slow::notSent);
        final long before = limits.time.nanoTime();
        limits.askOfAccount().done();
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void a_deadline_that_moves_later_lets_it_wait_longer() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        final Permit slow = limits.askOfAccount();
        final TestTurn turn = limits.turn(Duration.ofSeconds(5));
        limits.threads.in(
                Duration.ofSeconds(3),
                () -> turn.becomes(
                        Priority.INTERACTIVE,
                        limits.time.nanoTime() + Duration.ofSeconds(60).toNanos()));
        limits.threads.in(Duration.ofSeconds(20), slow::notSent);
        final long before = limits.time.nanoTime();
        limits.limiter.acquire(false, Optional.empty(), turn).done();
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(20).toNanos());
    }

    @Test
    void a_deadline_that_passes_ends_the_wait_with_a_refusal() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        assertThat(limits.askOfAccount()).isNotNull();
        final long before = limits.time.nanoTime();
        final UsageException refusal = catchThrowableOfType(
                UsageException.class,
                () -> limits.limiter.acquire(false, Optional.empty(), limits.turn(Duration.ofSeconds(5))));
        assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(limits.wait(refusal.notBefore().orElseThrow())).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void an_interrupt_ends_the_wait_keeps_the_flag_and_leaves_nothing_behind() {
        final Limiting limits = new Limiting(ONE_A_SECOND, ONCE_A_QUARTER);
        limits.askOfAccount().done();
        limits.threads.in(Duration.ofMillis(10), () -> Thread.currentThread().interrupt());
        final UsageException cancelled = catchThrowableOfType(UsageException.class, () -> limits.ask(SIM));
        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        limits.time.advance(Duration.ofSeconds(1));
        limits.ask(SIM, Duration.ZERO).done();
    }

    @Test
    void an_interrupt_in_the_moment_of_the_grant_gives_the_place_back() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        final Permit other = limits.askOfAccount();
        limits.threads.in(Duration.ofMillis(10), () -> {
            other.notSent();
            Thread.currentThread().interrupt();
        });
        final UsageException cancelled = catchThrowableOfType(UsageException.class, limits::askOfAccount);
        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(limits.waitOfAccount()).isZero();
    }

    @Test
    void closing_ends_every_wait_and_refuses_new_ones_but_permits_stay_good() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        final Permit before = limits.askOfAccount();
        limits.threads.in(Duration.ofMillis(10), limits.limiter::close);
        assertThat(catchThrowableOfType(UsageException.class, limits::askOfAccount)
                        .kind())
                .isEqualTo(Kind.CANCELLED);
        limits.limiter.close();
        assertThat(catchThrowableOfType(UsageException.class, limits::token).kind())
                .isEqualTo(Kind.CANCELLED);
        Limiting.answer(before, 200);
    }

    @Test
    void a_suspension_is_no_reason_for_a_burst() {
        final Limiting limits = new Limiting(ONE_A_SECOND);
        final Permit slow = limits.askOfAccount();
        limits.threads.in(Duration.ofMillis(500), () -> {
            limits.time.advance(Duration.ofHours(1));
            slow.notSent();
        });
        assertThat(catchThrowableOfType(UsageException.class, limits::askOfAccount)
                        .kind())
                .isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(limits.waitOfAccount()).isZero();
    }

    @Test
    void a_permit_can_be_ended_twice_and_told_things_twice() {
        final Limiting limits = new Limiting(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofSeconds(10)));
        final Permit permit = limits.ask(SIM);
        permit.notSent();
        permit.sent();
        permit.notSent();
        permit.done();
        permit.done();
        assertThat(limits.limiter.timeFor(2)).isZero();
        assertThat(limits.limiter.timeFor(3)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_refused_proof_of_identity_counts_for_the_account_but_not_for_the_sim() {
        final Limiting limits = new Limiting(ONCE_A_QUARTER, new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofDays(1)));
        limits.askAndAnswer(SIM, 401);
        limits.ask(SIM, Duration.ZERO).done();
        assertThat(limits.refusal(OTHER).limitScope()).contains(LimitScope.ACCOUNT);
    }

    @Test
    void token_calls_and_questions_do_not_count_for_each_other() {
        final Limiting limits = new Limiting(THREE_TOKENS_A_MINUTE, ONE_A_SECOND);
        for (int i = 0; i < 3; i++) {
            limits.token().done();
        }
        limits.askOfAccount().done();
        final UsageException refusal = catchThrowableOfType(UsageException.class, limits::token);
        assertThat(refusal.limitScope()).contains(LimitScope.TOKEN_ENDPOINT);
    }

    @Test
    void the_time_for_many_follows_from_the_tightest_limit() {
        final Limiting limits =
                new Limiting(FIVE_A_SECOND, new RateLimit(LimitScope.ACCOUNT, 100, Duration.ofMinutes(1)));
        assertThat(limits.limiter.timeFor(0)).isZero();
        assertThat(limits.limiter.timeFor(5)).isZero();
        assertThat(limits.limiter.timeFor(6)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.limiter.timeFor(1_000)).isEqualTo(Duration.ofMinutes(9));
        assertThat(limits.limiter.timeFor(Long.MAX_VALUE)).isGreaterThan(Duration.ofDays(10_000));
    }

    @Test
    void sims_that_were_asked_long_ago_are_forgotten() {
        final Limiting limits = new Limiting(new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(1)));
        for (int i = 0; i < 100_000; i++) {
            limits.ask(String.valueOf(i)).done();
            limits.time.advance(Duration.ofMillis(1));
        }
        assertThat(limits.limiter.remembered()).isLessThan(5_000);
    }

    @Test
    void every_sim_within_its_window_is_remembered() {
        final Limiting limits = new Limiting(ONCE_A_QUARTER);
        for (int i = 0; i < 100_000; i++) {
            limits.ask(String.valueOf(i)).done();
        }
        for (int i = 0; i < 100_000; i += 1_000) {
            assertThat(limits.refusal(String.valueOf(i)).limitScope()).contains(LimitScope.SIM);
        }
        assertThat(limits.limiter.remembered()).isEqualTo(100_000);
    }
}
