package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    // Close to overflow.
    private static final long NOW = new ManualTime().nanoTime() + 999_999_950;

    @Test
    void a_place_is_taken_from_its_grant_until_a_window_after_it_was_written() {
        final Budget budget = budget(NOW, limit(1, 100));
        assertThat(budget.delay(0, NOW)).isZero();
        budget.take();
        assertThat(budget.delay(0, NOW + 1000)).isEqualTo(100);
        budget.sent(NOW + 1000);
        assertThat(budget.delay(0, NOW + 1000)).isEqualTo(100);
        assertThat(budget.delay(0, NOW + 1099)).isEqualTo(1);
        assertThat(budget.delay(0, NOW + 1100)).isZero();
    }

    @Test
    void what_is_given_back_was_never_taken() {
        final Budget budget = budget(NOW, limit(1, 100));
        budget.take();
        budget.giveBack();
        assertThat(budget.delay(0, NOW)).isZero();
        budget.take();
        budget.sent(NOW);
        budget.forget(NOW);
        assertThat(budget.delay(0, NOW)).isZero();
    }

    @Test
    void the_next_in_line_gets_the_next_place() {
        final Budget budget = budget(NOW, limit(3, 100));
        budget.take();
        budget.sent(NOW);
        budget.take();
        budget.sent(NOW + 10);
        assertThat(delays(budget, NOW + 20, 8)).containsExactly(0L, 80L, 90L, 100L, 180L, 190L, 200L, 280L);
    }

    @Test
    void a_request_on_its_way_is_taken_as_written_now() {
        final Budget budget = budget(NOW, limit(2, 100));
        budget.take();
        budget.take();
        budget.sent(NOW);
        assertThat(delays(budget, NOW + 40, 4)).containsExactly(60L, 100L, 160L, 200L);
    }

    @Test
    void the_tightest_of_several_windows_counts() {
        final Budget budget = budget(NOW, limit(2, 100), limit(3, 1000));
        for (int i = 0; i < 2; i++) {
            budget.take();
            budget.sent(NOW + i);
        }
        assertThat(delays(budget, NOW + 1, 3)).containsExactly(99L, 999L, 1000L);
        budget.take();
        budget.sent(NOW + 100);
        assertThat(budget.delay(0, NOW + 101)).isEqualTo(899);
    }

    @Test
    void a_hold_moves_everybody_back_and_is_never_shortened() {
        final Budget budget = budget(NOW, limit(1, 100));
        assertThat(budget.hold(NOW + 500)).isTrue();
        assertThat(budget.hold(NOW + 400)).isFalse();
        assertThat(budget.hold(NOW + 500)).isFalse();
        assertThat(delays(budget, NOW, 3)).containsExactly(500L, 600L, 700L);
        assertThat(budget.delay(0, NOW + 500)).isZero();
    }

    @Test
    void without_limits_only_a_hold_delays() {
        final Budget budget = budget(NOW);
        for (int i = 0; i < 10; i++) {
            budget.take();
        }
        assertThat(budget.delay(1000, NOW)).isZero();
        budget.hold(NOW + 5);
        assertThat(budget.delay(1000, NOW)).isEqualTo(5);
    }

    @Test
    void limits_can_be_tightened_below_what_is_taken_but_not_loosened_and_not_to_nothing() {
        final Budget budget = budget(NOW, limit(3, 100));
        for (int i = 0; i < 3; i++) {
            budget.take();
            budget.sent(NOW + i);
        }
        budget.limits().tighten(1);
        budget.limits().tighten(0);
        budget.limits().tighten(5);
        assertThat(delays(budget, NOW + 2, 2)).containsExactly(100L, 200L);
        budget.forget(NOW + 1);
        assertThat(budget.delay(0, NOW + 2)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE - 50, Long.MIN_VALUE, -50, 0, Long.MAX_VALUE})
    void it_is_the_same_at_any_reading_of_the_clock(final long start) {
        final Budget budget = budget(start, limit(2, 100));
        assertThat(budget.delay(0, start)).isZero();
        for (int i = 0; i < 2; i++) {
            budget.take();
            budget.sent(start + i);
        }
        budget.hold(start + 60);
        assertThat(delays(budget, start + 1, 3)).containsExactly(99L, 100L, 199L);
        assertThat(budget.isOver(start + 1)).isFalse();
        assertThat(budget.isOver(start + 101)).isTrue();
    }

    @Test
    void numbers_that_no_clock_can_hold_end_in_a_far_time() {
        final Budget budget =
                budget(NOW, new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(Long.MAX_VALUE)), limit(7, 1000));
        assertThat(budget.delay(0, NOW)).isZero();
        assertThat(budget.delay(Long.MAX_VALUE, NOW)).isEqualTo(Budget.FAR);
    }

    @Test
    void what_is_over_is_forgotten() {
        final Budget budget = budget(NOW, limit(1000, 10));
        for (int i = 0; i < 10_000; i++) {
            budget.take();
            budget.sent(NOW + i);
        }
        assertThat(budget.delay(999, NOW + 9_999)).isEqualTo(10);
        assertThat(budget.delay(1000 - 11, NOW + 9_999)).isZero();
    }

    private static List<Long> delays(final Budget budget, final long now, final int count) {
        return LongStream.range(0, count)
                .mapToObj(ahead -> budget.delay(ahead, now))
                .toList();
    }

    private static Budget budget(final long now, final RateLimit... limits) {
        final WindowLimits all = new WindowLimits();
        all.replace(List.of(limits));
        return new Budget(all, now);
    }

    private static RateLimit limit(final int requests, final long nanos) {
        return new RateLimit(LimitScope.ACCOUNT, requests, Duration.ofNanos(nanos));
    }
}
