package dev.anycarrier.engine.limit;

import static dev.anycarrier.engine.limit.Limiting.THREE_TOKENS_A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitHeadersTest {

    private static final String SIM = "8944465400000217735";
    private static final RateLimit TEN_A_MINUTE = new RateLimit(LimitScope.ACCOUNT, 10, Duration.ofMinutes(1));
    /** What the clock shows, in seconds since 1970. */
    private static final long NOW = 1770091506L;

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-1"})
    void when_nothing_is_left_all_wait_until_the_reset(final String remaining) {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        limits.askAndAnswer(SIM, 200, "X-Remaining", remaining, "X-Reset", "40");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_reset_in_seconds_since_1970_is_read_by_the_carriers_clock() {
        final Limiting limits = limits(ResetMeaning.EPOCH_SECONDS);
        limits.askAndAnswer(
                SIM, 200, "X-Remaining", "0", "X-Reset", "" + (NOW + 25), "Date", "Tue, 03 Feb 2026 04:05:01 GMT");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Mon, 03 Feb 2026 04:05:01 GMT"})
    void without_a_readable_date_it_is_read_by_ours(final String date) {
        final Limiting limits = limits(ResetMeaning.EPOCH_SECONDS);
        limits.askAndAnswer(SIM, 429, "X-Remaining", "0", "X-Reset", "" + (NOW + 25), "Date", date);
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @CsvSource({"EPOCH_SECONDS", "SECONDS_TO_GO"})
    void milliseconds_since_1970_are_recognised(final ResetMeaning meaning) {
        final Limiting limits = limits(meaning);
        limits.askAndAnswer(SIM, 200, "X-Remaining", "0", "X-Reset", "" + (NOW * 1000 + 24_001));
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH_SECONDS, 30",
        "EPOCH_SECONDS, -1",
        "EPOCH_SECONDS, soon",
        "EPOCH_SECONDS, ''",
        "EPOCH_SECONDS, 99999999999999999999",
        "EPOCH_SECONDS, 999999999999999999",
        "EPOCH_SECONDS, 2026-02-03T04:05:06Z",
        "SECONDS_TO_GO, -5",
        "SECONDS_TO_GO, 1770091506",
        "SECONDS_TO_GO, 604801"
    })
    void a_reset_that_cannot_be_believed_is_the_longest_window(final ResetMeaning meaning, final String reset) {
        final Limiting limits = limits(meaning);
        limits.askAndAnswer(SIM, 200, "X-Remaining", "0", "X-Reset", reset);
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void while_something_is_left_or_nothing_is_said_nobody_waits() {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        limits.askAndAnswer(SIM, 200, "X-Remaining", "1", "X-Reset", "40");
        limits.askAndAnswer(SIM, 200, "X-Remaining", "none", "X-Reset", "40");
        limits.askAndAnswer(SIM, 200, "X-Reset", "40");
        limits.askAndAnswer(SIM, 200, "X-Remaining", "0");
        assertThat(limits.waitOfAccount()).isZero();
    }

    @Test
    void a_lower_limit_is_taken_over_and_stays() {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        limits.askAndAnswer(SIM, 200, "X-Limit", "2");
        limits.askAndAnswer(SIM, 200, "X-Limit", "10");
        assertThat(limits.waitOfAccount()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_lower_limit_that_comes_meanwhile_refuses_at_once_whom_it_makes_too_late() {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        for (int i = 0; i < 9; i++) {
            limits.askOfAccount().done();
        }
        limits.time.advance(Duration.ofSeconds(40));
        final Permit answered = limits.askOfAccount();
        limits.threads.in(Duration.ofSeconds(1), () -> Limiting.answer(answered, 200, "X-Limit", "1"));
        final UsageException refusal = catchThrowableOfType(UsageException.class, limits::askOfAccount);
        assertThat(limits.wait(refusal.notBefore().orElseThrow())).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "11", "99999999999", "many", "-1", "", "99999999999999999999"})
    void any_other_limit_changes_nothing(final String limit) {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        limits.askAndAnswer(SIM, 200, "X-Limit", limit);
        assertThat(limits.limiter.timeFor(9)).isZero();
        assertThat(limits.limiter.timeFor(10)).isPositive();
    }

    @Test
    void a_limit_of_nothing_still_lets_one_through() {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        limits.askAndAnswer(SIM, 200, "X-Limit", "0");
        assertThat(limits.limiter.timeFor(3)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void headers_of_token_calls_say_nothing_about_questions() {
        final Limiting limits = limits(ResetMeaning.SECONDS_TO_GO);
        Limiting.answer(limits.token(), 200, "X-Limit", "1", "X-Remaining", "0", "X-Reset", "40");
        assertThat(limits.limiter.timeFor(10)).isZero();
        limits.token().done();
    }

    @Test
    void undeclared_headers_mean_nothing() {
        final Limiting limits = new Limiting(TEN_A_MINUTE);
        limits.askAndAnswer(SIM, 200, "X-Limit", "1", "X-Remaining", "0", "X-Reset", "40");
        assertThat(limits.limiter.timeFor(9)).isZero();
    }

    private static Limiting limits(final ResetMeaning meaning) {
        return new Limiting(
                new ManualTime(),
                StateStore.none(),
                Optional.of(new RateLimitHeaders("X-Limit", "X-Remaining", "X-Reset", meaning, LimitScope.ACCOUNT)),
                TEN_A_MINUTE,
                THREE_TOKENS_A_MINUTE);
    }
}
