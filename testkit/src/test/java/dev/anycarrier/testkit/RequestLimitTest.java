package dev.anycarrier.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.testkit.RequestLimit.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final RequestLimit limit = new RequestLimit(2, Duration.ofMinutes(1));

    @Test
    void a_window_begins_with_its_first_request_and_ends_after_its_length() {
        assertThat(limit.ask("a", START)).isEqualTo(new Verdict(true, 2, 1, START.plusSeconds(60)));
        assertThat(limit.ask("a", START.plusSeconds(59))).isEqualTo(new Verdict(true, 2, 0, START.plusSeconds(60)));
        assertThat(limit.ask("a", START.plusSeconds(59))).isEqualTo(new Verdict(false, 2, 0, START.plusSeconds(60)));
        assertThat(limit.ask("a", START.plusSeconds(60))).isEqualTo(new Verdict(true, 2, 1, START.plusSeconds(120)));
    }

    @Test
    void each_key_is_counted_apart() {
        limit.ask("a", START);
        limit.ask("a", START);

        assertThat(limit.ask("a", START).admitted()).isFalse();
        assertThat(limit.ask("b", START).admitted()).isTrue();
    }

    @Test
    void the_wait_is_told_in_whole_seconds_and_never_too_short() {
        final Verdict verdict = limit.ask("a", START);

        assertThat(verdict.secondsToReset(START)).isEqualTo(60);
        assertThat(verdict.secondsToReset(START.plusMillis(58_001))).isEqualTo(2);
        assertThat(verdict.secondsToReset(START.plusSeconds(61))).isZero();
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        assertThatThrownBy(() -> new RequestLimit(0, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RequestLimit(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
