package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.SIM;
import static dev.anycarrier.engine.fresh.Reports.used;
import static dev.anycarrier.engine.fresh.SomeValues.KEPT_FOR;
import static dev.anycarrier.engine.fresh.SomeValues.MOST;
import static dev.anycarrier.engine.fresh.SomeValues.UNKNOWN_FOR;
import static dev.anycarrier.engine.fresh.SomeValues.notFound;
import static dev.anycarrier.engine.fresh.SomeValues.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of a SIM, how old it is, and which of two values stays. */
class UsageValuesTest {

    private final JumpingTime time = new JumpingTime();
    private final KeptEntries state = new KeptEntries();
    private final UsageValues values = values(time, state);

    @Test
    void what_was_kept_is_found_with_its_age() {
        assertThat(values.find(SIM)).isEmpty();
        final UsageReport report = used(10, time.instant());
        values.keep(SIM, report);
        time.advance(Duration.ofMinutes(3));
        final Known known = values.find(SIM).orElseThrow();
        assertThat(known.report()).isEqualTo(report);
        assertThat(known.changes()).isEmpty();
        assertThat(known.age(time.nanoTime())).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_value_is_as_old_as_the_carrier_says() {
        final Instant now = time.instant();
        final Known known = values.keep(SIM, used(10, now, now.minusSeconds(1200)));
        assertThat(known.receivedAt()).isEqualTo(time.nanoTime());
        assertThat(known.age(time.nanoTime())).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void a_value_observed_in_the_future_is_not_younger_than_its_receipt() {
        final Instant now = time.instant();
        final Known known = values.keep(SIM, used(10, now, now.plusSeconds(1200)));
        assertThat(known.age(time.nanoTime())).isZero();
        assertThat(known.age(time.nanoTime() - 1)).isZero();
    }

    @Test
    void a_value_observed_at_the_beginning_of_time_is_very_old_and_nothing_overflows() {
        final Known known = values.keep(SIM, used(10, time.instant(), Instant.MIN));
        assertThat(known.age(time.nanoTime())).isEqualTo(Duration.ofDays(365 * 70));
        assertThat(values.find(SIM)).contains(known);
    }

    @Test
    void usage_that_is_frozen_for_days_grows_old_however_often_it_is_fetched() {
        final Instant observed = time.instant();
        for (int day = 0; day <= 5; day++) {
            final Known known = values.keep(SIM, used(10, time.instant(), observed));
            assertThat(known.age(time.nanoTime())).isEqualTo(Duration.ofDays(day));
            assertThat(known.changes()).isEmpty();
            time.advance(Duration.ofDays(1));
        }
    }

    @Test
    void less_than_before_is_labelled_and_never_negative() {
        final Instant now = time.instant();
        values.keep(SIM, used(500, now));
        assertThat(values.keep(SIM, used(200, now.plusSeconds(1))).changes())
                .containsExactly(change(UsageChange.Kind.CORRECTION, 300));
        assertThat(values.keep(SIM, used(0, now.plusSeconds(2))).changes())
                .containsExactly(change(UsageChange.Kind.RESET, 0));
        assertThat(values.keep(SIM, used(7, now.plusSeconds(3))).changes())
                .containsExactly(change(UsageChange.Kind.USED, 7));
        assertThat(values.find(SIM).orElseThrow().changes()).containsExactly(change(UsageChange.Kind.USED, 7));
    }

    @Test
    void a_value_observed_earlier_never_replaces_a_later_one_though_it_was_fetched_later() {
        final Instant now = time.instant();
        final Known newer = values.keep(SIM, used(500, now, now.minusSeconds(10)));
        time.advance(Duration.ofMinutes(1));
        assertThat(values.keep(SIM, used(400, now.plusSeconds(60), now.minusSeconds(11))))
                .isEqualTo(newer);
        assertThat(values.find(SIM)).contains(newer);
        assertThat(state.reports()).containsExactly(newer.report());
    }

    @Test
    void without_a_time_of_observation_the_one_fetched_later_stays() {
        final Instant now = time.instant();
        time.advance(Duration.ofMinutes(1));
        final Known newer = values.keep(SIM, used(500, now.plusSeconds(1)));
        assertThat(values.keep(SIM, used(400, now))).isEqualTo(newer);
        assertThat(values.keep(SIM, used(400, now, now.plusSeconds(9)))).isEqualTo(newer);
        final UsageReport third = used(600, now.plusSeconds(2), now.minusSeconds(9));
        assertThat(values.keep(SIM, third).report()).isEqualTo(third);
    }

    @Test
    void of_two_of_the_same_time_the_one_that_comes_last_stays() {
        final Instant now = time.instant();
        values.keep(SIM, used(500, now));
        assertThat(values.keep(SIM, used(501, now)).report()).isEqualTo(used(501, now));
        values.keep(SIM, used(502, now, now));
        assertThat(values.keep(SIM, used(503, now, now)).report()).isEqualTo(used(503, now, now));
    }

    @Test
    void a_clock_that_is_set_back_does_not_freeze_the_value() {
        values.keep(SIM, used(500, time.instant()));
        time.setBack(Duration.ofHours(1));
        time.advance(Duration.ofMinutes(1));
        final UsageReport next = used(600, time.instant());
        assertThat(values.keep(SIM, next).report()).isEqualTo(next);
        assertThat(values.find(SIM).orElseThrow().age(time.nanoTime())).isZero();
    }

    @Test
    void a_clock_that_is_set_back_makes_no_value_younger() {
        values.keep(SIM, used(500, time.instant()));
        time.advance(Duration.ofMinutes(30));
        time.setBack(Duration.ofHours(1));
        assertThat(values.find(SIM).orElseThrow().age(time.nanoTime())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_value_is_forgotten_in_the_end() {
        values.keep(SIM, used(500, time.instant()));
        time.advance(KEPT_FOR.minusMillis(1));
        assertThat(values.find(SIM)).isPresent();
        time.advance(Duration.ofMillis(1));
        assertThat(values.find(SIM)).isEmpty();
        assertThat(values.keep(SIM, used(100, time.instant())).changes()).isEmpty();
    }

    @Test
    void whoever_looked_at_the_clock_finds_the_same() {
        final Known known = values.keep(SIM, used(500, time.instant()));
        final long kept = time.nanoTime();
        assertThat(values.peek(SIM, kept + KEPT_FOR.toNanos() - 1)).isSameAs(known);
        assertThat(values.peek(SIM, kept + KEPT_FOR.toNanos())).isNull();
        assertThat(values.find(SIM)).as("what was forgotten once").isEmpty();
    }

    @Test
    void no_more_sims_than_the_most_are_known() {
        final int many = 10 * MOST;
        for (int number = 0; number < many; number++) {
            final SimId sim = SimId.parse("sim-" + number);
            values.keep(sim, Reports.about(sim, number, time.instant()));
        }
        int found = 0;
        for (int number = 0; number < many; number++) {
            found += values.find(SimId.parse("sim-" + number)).isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(1, MOST);
    }

    @Test
    void nothing_is_kept_where_nothing_may_be() {
        final UsageValues none = values(time, state, 0, Duration.ZERO, Duration.ZERO);
        final UsageReport report = used(1, time.instant());
        assertThat(none.keep(SIM, report).report()).isEqualTo(report);
        assertThat(none.find(SIM)).isEmpty();
        assertThat(state.reports()).containsExactly(report);
    }

    @Test
    void times_without_end_are_borne() {
        final UsageValues forever =
                values(time, state, MOST, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE));
        forever.keep(SIM, used(1, time.instant()));
        forever.unknown(SimId.parse("sim-2"), notFound());
        time.advance(Duration.ofDays(10_000));
        assertThat(forever.find(SIM)).isPresent();
        assertThat(forever.remembered(SimId.parse("sim-2"))).isPresent();
    }

    @Test
    void negative_bounds_are_refused() {
        assertThatThrownBy(() -> values(time, state, -1, UNKNOWN_FOR, KEPT_FOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values(time, state, 1, Duration.ofNanos(-1), KEPT_FOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values(time, state, 1, UNKNOWN_FOR, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UsageChange change(final UsageChange.Kind kind, final long bytes) {
        return new UsageChange(Service.DATA, Optional.empty(), kind, Quantity.bytes(bytes));
    }
}
