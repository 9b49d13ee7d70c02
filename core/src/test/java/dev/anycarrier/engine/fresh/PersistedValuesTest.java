package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.SIM;
import static dev.anycarrier.engine.fresh.Reports.used;
import static dev.anycarrier.engine.fresh.SomeValues.KEPT_FOR;
import static dev.anycarrier.engine.fresh.SomeValues.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values are kept in the state, and come from there when the next process begins. */
class PersistedValuesTest {

    private final JumpingTime time = new JumpingTime();
    private final KeptEntries state = new KeptEntries();
    private final UsageValues values = values(time, state);

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
        final UsageValues unkept = values(
                time,
                KeptEntries.failing(() -> UsageException.unavailable(UnavailableCause.LOCAL, "disk full")
                        .build()));
        final Known known = unkept.keep(SIM, used(1, time.instant()));
        assertThat(unkept.find(SIM)).contains(known);
    }

    @Test
    void a_store_that_is_broken_otherwise_is_not_hushed_up() {
        final UsageValues broken = values(time, KeptEntries.failing(() -> new IllegalStateException("a bug")));
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

    private static UsageChange change(final UsageChange.Kind kind, final long bytes) {
        return new UsageChange(Service.DATA, Optional.empty(), kind, Quantity.bytes(bytes));
    }
}
