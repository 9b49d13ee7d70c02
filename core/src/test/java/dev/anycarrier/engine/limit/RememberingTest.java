package dev.anycarrier.engine.limit;

import static dev.anycarrier.engine.limit.Limiting.ONCE_A_QUARTER;
import static dev.anycarrier.engine.limit.Limiting.THREE_TOKENS_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One process ends, another begins with what the first one kept. */
class RememberingTest {

    private static final String SIM = "8944465400000217735";
    private static final String OTHER = "8944465400000217736";
    private static final RateLimit TWO_A_MINUTE = new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofMinutes(1));

    private final KeptEntries store = new KeptEntries();
    private final Limiting first = started(new ManualTime());

    @Test
    void what_was_sent_before_counts_after() {
        final Permit permit = first.ask(SIM);
        first.time.advance(Duration.ofSeconds(3));
        permit.sent();
        permit.done();
        final Limiting second = restarted(Duration.ofSeconds(10));
        assertThat(second.waitOf(SIM)).isEqualTo(Duration.ofMinutes(15).minusSeconds(10));
        assertThat(second.limiter.timeFor(2)).isEqualTo(Duration.ofSeconds(50));
        assertThat(second.limiter.timeFor(1)).isZero();
    }

    @Test
    void what_was_only_reserved_counts_as_late_as_it_may_have_been_sent() {
        assertThat(first.ask(SIM)).isNotNull();
        final Limiting second = restarted(Duration.ofMinutes(5));
        assertThat(second.waitOf(SIM)).isEqualTo(Duration.ofMinutes(10).plusSeconds(10));
    }

    @Test
    void but_not_later_than_the_restart() {
        assertThat(first.ask(SIM)).isNotNull();
        final Limiting second = restarted(Duration.ofSeconds(2));
        assertThat(second.waitOf(SIM)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void what_was_given_back_does_not_count() {
        first.ask(SIM).notSent();
        final Limiting second = restarted(Duration.ofSeconds(1));
        assertThat(second.limiter.timeFor(2)).isZero();
        second.ask(SIM).done();
    }

    @Test
    void what_was_given_back_for_the_sim_counts_for_the_account() {
        first.askAndAnswer(SIM, 401);
        final Limiting second = restarted(Duration.ZERO);
        assertThat(second.limiter.timeFor(2)).isEqualTo(Duration.ofMinutes(1));
        second.ask(SIM, Duration.ZERO).done();
    }

    @Test
    void token_calls_count_for_the_token_endpoint() {
        for (int i = 0; i < 3; i++) {
            first.token().done();
        }
        final Limiting second = restarted(Duration.ofSeconds(20));
        final long before = second.time.nanoTime();
        second.limiter
                .acquire(true, Optional.empty(), second.turn(Duration.ofMinutes(2)))
                .done();
        assertThat(second.time.nanoTime() - before)
                .isEqualTo(Duration.ofSeconds(40).toNanos());
    }

    @Test
    void a_hold_goes_on_after_a_restart_in_its_middle() {
        first.askAndAnswer(SIM, 429, "Retry-After", "900");
        final Limiting second = restarted(Duration.ofMinutes(6));
        assertThat(second.waitOf(SIM)).isEqualTo(Duration.ofMinutes(9));
        assertThat(second.waitOfAccount()).isZero();
    }

    @Test
    void a_hold_of_the_account_and_one_of_the_token_endpoint_go_on() {
        Limiting.answer(first.askOfAccount(), 429, "Retry-After", "900");
        Limiting.answer(first.token(), 429, "Retry-After", "600");
        final Limiting second = restarted(Duration.ofMinutes(6));
        assertThat(second.waitOfAccount()).isEqualTo(Duration.ofMinutes(9));
        assertThatThrownBy(second::token)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        refusal -> assertThat(second.wait(refusal.notBefore().orElseThrow()))
                                .isEqualTo(Duration.ofMinutes(4)));
    }

    @Test
    void a_wall_clock_that_went_back_shortens_nothing() {
        first.askAndAnswer(SIM, 429, "Retry-After", "800");
        Limiting.answer(first.askOfAccount(), 503, "Retry-After", "700");
        final Limiting second = restarted(Duration.ofHours(-1));
        assertThat(second.waitOf(SIM)).isEqualTo(Duration.ofMinutes(15));
        assertThat(second.waitOfAccount()).isEqualTo(Duration.ofSeconds(700));
    }

    @Test
    void what_is_over_is_over() {
        first.askAndAnswer(SIM, 429, "Retry-After", "800");
        final Limiting second = restarted(Duration.ofMinutes(15));
        second.ask(SIM, Duration.ZERO).done();
        assertThat(restarted(Duration.ofDays(365L * 200)).waitOfAccount()).isZero();
    }

    @Test
    void a_hold_that_nobody_could_have_asked_for_is_cut() {
        final Instant now = first.time.instant();
        store.append("account", new StateEntry.Held(LimitScope.ACCOUNT, Optional.empty(), now, Instant.MAX));
        assertThat(restarted(Duration.ZERO).waitOfAccount()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void very_many_requests_are_all_counted() {
        for (int i = 0; i < 20_000; i++) {
            store.append(
                    "account",
                    new StateEntry.Reserved("p" + i, false, Optional.of(SimId.parse("s" + i)), first.time.instant()));
        }
        final Limiting second = restarted(Duration.ofSeconds(60));
        assertThat(second.limiter.timeFor(1)).isZero();
        for (int i = 0; i < 20_000; i++) {
            assertThat(second.refusal("s" + i).limitScope()).contains(LimitScope.SIM);
        }
    }

    @Test
    void a_reservation_that_cannot_be_kept_is_no_permit_and_counts_for_nothing() {
        store.fails = true;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> first.ask(SIM))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
        }
        store.fails = false;
        first.ask(SIM, Duration.ZERO).done();
    }

    @Test
    void what_cannot_be_kept_afterwards_disturbs_nobody() {
        final Permit permit = first.ask(SIM);
        store.fails = true;
        Limiting.answer(permit, 429, "Retry-After", "5");
        assertThat(store.entries).hasSize(1);
        store.fails = false;
        first.ask(OTHER, Duration.ofMinutes(1)).notSent();
        assertThat(store.entries).hasSize(3);
    }

    private Limiting restarted(final Duration later) {
        final ManualTime time = new ManualTime();
        time.advance(Duration.between(time.instant(), first.time.instant()).plus(later));
        return started(time);
    }

    private Limiting started(final ManualTime time) {
        return new Limiting(time, store, Optional.empty(), ONCE_A_QUARTER, TWO_A_MINUTE, THREE_TOKENS_A_MINUTE);
    }
}
