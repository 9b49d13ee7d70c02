package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    private static final RateLimit ONCE_A_QUARTER = new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15));
    private static final RateLimit THREE_TOKENS_A_MINUTE =
            new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1));

    private final ManualTime time = new ManualTime();
    private final Limits limits = new Limits(time);

    @AfterEach
    void no_interrupt_is_left_behind() {
        Thread.interrupted();
    }

    @Test
    void without_limits_nothing_waits() {
        final Instant before = time.instant();
        for (int i = 0; i < 1000; i++) {
            ask("8944465400000217735");
        }
        assertThat(time.instant()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_span_of_a_window_ever_holds_more_requests_than_allowed(final long seed) {
        limits.enforce(List.of(FIVE_A_SECOND));
        final Random random = new Random(seed);
        final List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            time.advance(Duration.ofMillis(random.nextInt(300)));
            ask("000000001");
            sent.add(time.instant());
        }
        for (int i = 5; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 5), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_wait_that_does_not_fit_the_deadline_is_refused_at_once_with_the_earliest_time() {
        limits.enforce(List.of(ONCE_A_QUARTER));
        ask("8944465400000217735");
        final Instant first = time.instant();
        time.advance(Duration.ofMinutes(5));
        final Instant asked = time.instant();

        assertThatThrownBy(() -> ask("8944465400000217735")).isInstanceOfSatisfying(UsageException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(refusal.limitScope()).contains(LimitScope.SIM);
            assertThat(refusal.notBefore()).contains(first.plus(Duration.ofMinutes(15)));
            assertThat(refusal.retryable()).isTrue();
        });
        assertThat(time.instant()).isEqualTo(asked);
    }

    @Test
    void the_limit_of_one_sim_does_not_hold_up_another() {
        limits.enforce(List.of(ONCE_A_QUARTER, FIVE_A_SECOND));
        final Instant before = time.instant();
        ask("8944465400000217735");
        ask("8944465400000217736");
        assertThat(time.instant()).isEqualTo(before);
    }

    @Test
    void a_refused_request_counts_against_nothing() {
        limits.enforce(List.of(ONCE_A_QUARTER, new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofHours(1))));
        ask("000000001");
        assertThatThrownBy(() -> ask("000000001")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> ask("000000001")).isInstanceOf(UsageException.class);
        ask("000000002");
    }

    @Test
    void token_calls_have_a_limit_of_their_own() {
        limits.enforce(List.of(THREE_TOKENS_A_MINUTE, new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofHours(1))));
        for (int i = 0; i < 3; i++) {
            token();
        }
        ask("000000001");
        assertThatThrownBy(this::token)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        refusal -> assertThat(refusal.limitScope()).contains(LimitScope.TOKEN_ENDPOINT));
    }

    @Test
    void a_request_whose_token_was_refused_does_not_use_up_what_is_allowed_for_the_sim() {
        limits.enforce(List.of(ONCE_A_QUARTER));
        ask("000000001").giveBackForSim();
        ask("000000001");
        assertThatThrownBy(() -> ask("000000001")).isInstanceOf(UsageException.class);
    }

    @Test
    void an_interrupted_wait_is_cancelled_and_keeps_the_flag() {
        limits.enforce(List.of(new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(1))));
        ask("000000001");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask("000000001"))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        cancelled -> assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void sims_that_were_asked_long_ago_are_forgotten() {
        limits.enforce(List.of(new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(1))));
        for (int i = 0; i < 100_000; i++) {
            ask(String.valueOf(i));
            time.advance(Duration.ofMillis(1));
        }
        assertThat(limits.remembered()).isLessThan(10_000);
    }

    private Limits.Permit ask(final String sim) {
        return acquire(Purpose.QUESTION, Question.usage(SimId.parse(sim)));
    }

    private Limits.Permit token() {
        return acquire(Purpose.TOKEN, Question.tagTotal());
    }

    private Limits.Permit acquire(final Purpose purpose, final Question question) {
        final long deadline = time.nanoTime() + Duration.ofSeconds(30).toNanos();
        return limits.acquire(purpose, Optional.of(new Call(question, deadline, "test")), deadline);
    }
}
