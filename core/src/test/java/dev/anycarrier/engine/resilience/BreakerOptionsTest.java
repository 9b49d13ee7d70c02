package dev.anycarrier.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerOptionsTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    @Test
    void the_defaults_are_half_of_ten_in_twenty_about_three_sims() {
        assertThat(BreakerOptions.defaults()).isEqualTo(new BreakerOptions(20, 10, 50, 3, TIME, Duration.ofMinutes(5)));
        assertThat(BreakerOptions.defaults().enabled()).isTrue();
        assertThat(BreakerOptions.disabled().enabled()).isFalse();
    }

    @Test
    void numbers_that_do_not_fit_each_other_are_refused() {
        refused(-1, 1, 50, 1, TIME, TIME, "a window has 0 to 1000 outcomes");
        refused(1001, 1, 50, 1, TIME, TIME, "a window has 0 to 1000 outcomes");
        refused(10, 0, 50, 1, TIME, TIME, "the minimum of outcomes");
        refused(10, 11, 50, 1, TIME, TIME, "the minimum of outcomes");
        refused(10, 10, 0, 1, TIME, TIME, "the percentage of failures");
        refused(10, 10, 101, 1, TIME, TIME, "the percentage of failures");
        refused(10, 10, 50, 0, TIME, TIME, "failures are about 1 SIM");
        refused(10, 10, 50, 1, Duration.ZERO, TIME, "the open time is longer than nothing");
        refused(10, 10, 50, 1, TIME, TIME.minusNanos(1), "the longest open time");
        refused(10, 10, 50, 1, TIME, Duration.ofDays(2), "the longest open time");
    }

    private static void refused(
            final int window,
            final int minimum,
            final int percent,
            final int sims,
            final Duration openTime,
            final Duration longest,
            final String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakerOptions(window, minimum, percent, sims, openTime, longest))
                .withMessageStartingWith(rule);
    }
}
