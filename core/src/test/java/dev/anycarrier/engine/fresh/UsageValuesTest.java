package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.SIM;
import static dev.anycarrier.engine.fresh.Reports.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsageValuesTest {

    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(5);
    private static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final int MOST = 100;

    private final JumpingTime time = new JumpingTime();
    private final KeptEntries state = new KeptEntries();
    private final UsageValues values = values(state);

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
        final UsageValues none = values(state, 0, Duration.ZERO, Duration.ZERO);
        final UsageReport report = used(1, time.instant());
        assertThat(none.keep(SIM, report).report()).isEqualTo(report);
        assertThat(none.find(SIM)).isEmpty();
        assertThat(state.reports()).containsExactly(report);
    }

    @Test
    void times_without_end_are_borne() {
        final UsageValues forever =
                values(state, MOST, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE));
        forever.keep(SIM, used(1, time.instant()));
        forever.unknown(SimId.parse("sim-2"), notFound());
        time.advance(Duration.ofDays(10_000));
        assertThat(forever.find(SIM)).isPresent();
        assertThat(forever.remembered(SimId.parse("sim-2"))).isPresent();
    }

    @Test
    void negative_bounds_are_refused() {
        assertThatThrownBy(() -> values(state, -1, UNKNOWN_FOR, KEPT_FOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values(state, 1, Duration.ofNanos(-1), KEPT_FOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values(state, 1, UNKNOWN_FOR, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sim_that_the_carrier_does_not_know_is_remembered_briefly() {
        final UsageException failure = notFound();
        values.unknown(SIM, failure);
        time.advance(UNKNOWN_FOR.minusMillis(1));
        final UsageException remembered = values.remembered(SIM).orElseThrow();
        assertThat(remembered).isNotSameAs(failure).hasMessage(failure.getMessage());
        assertThat(remembered.kind()).isEqualTo(Kind.NOT_FOUND);
        time.advance(Duration.ofMillis(1));
        assertThat(values.remembered(SIM)).isEmpty();
    }

    @Test
    void each_who_asks_gets_an_exception_of_his_own() {
        values.unknown(SIM, UsageException.of(Kind.GONE, "HTTP 410").build());
        final UsageException first = values.remembered(SIM).orElseThrow();
        first.addSuppressed(new IllegalStateException("mine"));
        assertThat(values.remembered(SIM).orElseThrow()).isNotSameAs(first).hasNoSuppressedExceptions();
    }

    @Test
    void other_failures_are_not_remembered() {
        for (final Kind kind : Kind.values()) {
            final SimId sim = SimId.parse("sim-" + kind);
            values.unknown(sim, UsageException.of(kind, "no").build());
            assertThat(values.remembered(sim).isPresent()).isEqualTo(kind == Kind.NOT_FOUND || kind == Kind.GONE);
        }
    }

    @Test
    void with_no_time_to_remember_nothing_is_remembered() {
        final UsageValues forgetful = values(state, MOST, Duration.ZERO, KEPT_FOR);
        forgetful.unknown(SIM, notFound());
        assertThat(forgetful.remembered(SIM)).isEmpty();
    }

    @Test
    void a_sim_that_is_not_found_keeps_its_value_and_a_value_ends_the_doubt() {
        final Known known = values.keep(SIM, used(5, time.instant()));
        values.unknown(SIM, notFound());
        assertThat(values.find(SIM)).contains(known);
        values.keep(SIM, used(6, time.instant()));
        assertThat(values.remembered(SIM)).isEmpty();
    }

    @Test
    void no_more_than_ten_thousand_unknown_sims_are_remembered() {
        final int many = 11_000;
        for (int number = 0; number < many; number++) {
            values.unknown(SimId.parse("sim-" + number), notFound());
        }
        int remembered = 0;
        for (int number = 0; number < many; number++) {
            remembered += values.remembered(SimId.parse("sim-" + number)).isPresent() ? 1 : 0;
        }
        assertThat(remembered).isBetween(1, 10_000);
    }

    @Test
    void every_value_that_wins_is_persisted() {
        final UsageReport first = used(1, time.instant());
        values.keep(SIM, first);
        time.advance(Duration.ofSeconds(1));
        final UsageReport second = used(2, time.instant());
        values.keep(SIM, second);
        values.keep(SIM, first);
        assertThat(state.reports()).containsExactly(first, second);
        assertThat(state.accounts()).containsOnly("main-key");
    }

    @Test
    void a_value_that_cannot_be_persisted_is_known_all_the_same() {
        final UsageValues unkept = values(KeptEntries.failing(() ->
                UsageException.unavailable(UnavailableCause.LOCAL, "disk full").build()));
        final Known known = unkept.keep(SIM, used(1, time.instant()));
        assertThat(unkept.find(SIM)).contains(known);
    }

    @Test
    void a_store_that_is_broken_otherwise_is_not_hushed_up() {
        final UsageValues broken = values(KeptEntries.failing(() -> new IllegalStateException("a bug")));
        assertThatThrownBy(() -> broken.keep(SIM, used(1, time.instant()))).hasMessage("a bug");
        assertThat(broken.find(SIM)).isPresent();
    }

    @Test
    void a_restored_value_is_as_old_as_the_wall_clock_says() {
        final UsageReport report =
                used(1, time.instant().minusSeconds(600), time.instant().minusSeconds(900));
        values.restore(new StateEntry.Value(report));
        final Known known = values.find(SIM).orElseThrow();
        assertThat(known.age(time.nanoTime())).isEqualTo(Duration.ofMinutes(15));
        assertThat(time.nanoTime() - known.receivedAt())
                .isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(known.changes()).isEmpty();
        assertThat(state.reports()).isEmpty();
    }

    @Test
    void a_restored_value_from_the_future_is_not_fresh() {
        values.restore(new StateEntry.Value(used(1, time.instant().plusSeconds(3600))));
        assertThat(values.find(SIM).orElseThrow().age(time.nanoTime())).isEqualTo(Duration.ofHours(1));
        values.keep(SIM, used(2, time.instant()));
        assertThat(values.find(SIM).orElseThrow().age(time.nanoTime())).isZero();
    }

    @Test
    void a_restored_value_does_not_live_longer_than_others() {
        values.restore(new StateEntry.Value(used(1, time.instant().minus(KEPT_FOR))));
        assertThat(values.find(SIM)).isEmpty();
        values.restore(
                new StateEntry.Value(used(1, time.instant().minus(KEPT_FOR).plusNanos(1))));
        assertThat(values.find(SIM)).isPresent();
        time.advance(Duration.ofNanos(1));
        assertThat(values.find(SIM)).isEmpty();
        assertThat(values.keep(SIM, used(9, time.instant())).changes()).isEmpty();
    }

    @Test
    void of_several_restored_values_the_newest_stays_and_none_undoes_what_came_since() {
        final Instant now = time.instant();
        values.restore(new StateEntry.Value(used(2, now.minusSeconds(20))));
        values.restore(new StateEntry.Value(used(1, now.minusSeconds(30))));
        assertThat(values.find(SIM).orElseThrow().report()).isEqualTo(used(2, now.minusSeconds(20)));
        values.restore(new StateEntry.Value(used(3, now.minusSeconds(10))));
        assertThat(values.find(SIM).orElseThrow().changes()).isEmpty();
        final Known known = values.keep(SIM, used(5, now));
        assertThat(known.changes()).containsExactly(change(UsageChange.Kind.USED, 2));
        values.restore(new StateEntry.Value(used(4, now.minusSeconds(5))));
        assertThat(values.find(SIM)).contains(known);
    }

    private UsageValues values(final StateStore store) {
        return values(store, MOST, UNKNOWN_FOR, KEPT_FOR);
    }

    private UsageValues values(
            final StateStore store, final int most, final Duration unknownFor, final Duration keptFor) {
        final Ports ports = new Ports(time, Threads.system(), NameResolver.system(), new Random(1));
        return new UsageValues(ports, store, "main-key", most, unknownFor, keptFor);
    }

    private static UsageException notFound() {
        return UsageException.of(Kind.NOT_FOUND, "HTTP 404").status(404).build();
    }

    private static UsageChange change(final UsageChange.Kind kind, final long bytes) {
        return new UsageChange(Service.DATA, Optional.empty(), kind, Quantity.bytes(bytes));
    }
}
