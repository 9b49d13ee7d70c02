package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.SIM;
import static dev.anycarrier.engine.fresh.Reports.used;
import static dev.anycarrier.engine.fresh.SomeValues.KEPT_FOR;
import static dev.anycarrier.engine.fresh.SomeValues.MOST;
import static dev.anycarrier.engine.fresh.SomeValues.UNKNOWN_FOR;
import static dev.anycarrier.engine.fresh.SomeValues.notFound;
import static dev.anycarrier.engine.fresh.SomeValues.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** SIMs that the carrier does not know are remembered as such, for a while. */
class UnknownSimsTest {

    private final JumpingTime time = new JumpingTime();
    private final UsageValues values = values(time, new KeptEntries());

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
        final UsageValues forgetful = values(time, new KeptEntries(), MOST, Duration.ZERO, KEPT_FOR);
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
}
