package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.SimRef;
import org.junit.jupiter.api.Test;

class WorthTest {

    private static final SimRef SIM = SimRef.parse("acme-eu:8944465400000217735");

    @Test
    void what_the_carrier_says_of_a_sim_is_its_outcome() {
        assertThat(Worth.of(failed(UsageException.of(Kind.NOT_FOUND, "unknown")), false))
                .isEqualTo(Worth.KEPT);
        assertThat(Worth.of(failed(UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "broken")), true))
                .isEqualTo(Worth.KEPT);
        assertThat(Worth.of(new Skipped(SIM, 0, Reason.UNKNOWN_ACCOUNT), false)).isEqualTo(Worth.KEPT);
    }

    @Test
    void the_end_of_a_nodes_turn_says_nothing_of_a_sim() {
        assertThat(Worth.of(new Skipped(SIM, 0, Reason.DEADLINE), false)).isEqualTo(Worth.ASKED_AGAIN);
        assertThat(Worth.of(new Skipped(SIM, 0, Reason.CANCELLED), false)).isEqualTo(Worth.ASKED_AGAIN);
    }

    @Test
    void an_answer_that_did_not_come_in_time_is_an_outcome_unless_the_chunk_had_no_time_left() {
        final SweepOutcome outcome = failed(UsageException.of(Kind.DEADLINE_EXCEEDED, "too late"));
        assertThat(Worth.of(outcome, false)).isEqualTo(Worth.KEPT);
        assertThat(Worth.of(outcome, true)).isEqualTo(Worth.ASKED_AGAIN);
    }

    @Test
    void what_is_missing_on_our_own_side_is_waited_for() {
        assertThat(Worth.of(failed(UsageException.unavailable(UnavailableCause.LOCAL, "no store")), false))
                .isEqualTo(Worth.ASKED_AGAIN_LATER);
        assertThat(Worth.of(failed(UsageException.of(Kind.CANCELLED, "closed")), false))
                .isEqualTo(Worth.ASKED_AGAIN_LATER);
    }

    private static Failed failed(final UsageException.Builder failure) {
        return new Failed(SIM, 0, failure.build());
    }
}
