package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.ManualTime;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deadline stays where it is, also where the clock overflows: {@link ManualTime} begins one second before that. */
class DeadlineTest {

    private final ManualTime time = new ManualTime();

    @Test
    void it_passes_when_its_time_has_come() {
        final Deadline deadline = in(Duration.ofSeconds(3));
        time.advance(Duration.ofMillis(2999));
        assertThat(deadline.hasPassed()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(deadline.hasPassed()).isTrue();
    }

    @Test
    void what_is_left_is_rounded_up_so_that_no_wait_is_without_end() throws Exception {
        final Deadline deadline = in(Duration.ofSeconds(3));
        assertThat(deadline.millisecondsLeft()).isEqualTo(3000);
        time.advance(Duration.ofNanos(2_999_999_999L));
        assertThat(deadline.millisecondsLeft()).isEqualTo(1);
        time.advance(Duration.ofNanos(1));
        assertThatThrownBy(deadline::millisecondsLeft).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_limit_within_it_holds_only_if_it_is_sooner() {
        final Deadline deadline = in(Duration.ofSeconds(3));
        assertThat(deadline.within(Duration.ofSeconds(2)).nanosLeft()).isEqualTo(2_000_000_000L);
        assertThat(deadline.within(Duration.ofSeconds(4))).isEqualTo(deadline);
        assertThat(deadline.within(Duration.ofDays(100_000))).isEqualTo(deadline);
    }

    @Test
    void it_is_shared_with_those_to_come() {
        final Deadline deadline = in(Duration.ofSeconds(3));
        assertThat(deadline.shared(2).nanosLeft()).isEqualTo(1_000_000_000L);
        assertThat(deadline.shared(0).at()).isEqualTo(deadline.at());
    }

    @ParameterizedTest
    @CsvSource({"3000, 3 s", "10000, 10 s", "1500, 1.5 s", "999, 999 ms", "1, 1 ms", "0, 0 ms", "-5, 0 ms"})
    void messages_name_the_time_there_was(final long milliseconds, final String text) {
        assertThat(in(Duration.ofMillis(milliseconds))).hasToString(text);
        assertThat(in(Duration.ofMillis(milliseconds).minusNanos(300_000))).hasToString(text);
    }

    private Deadline in(final Duration duration) {
        return Deadline.at(time, time.nanoTime() + duration.toNanos());
    }
}
