package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Waiter.Outcome;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final RateLimit ONE_IN_100 = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofNanos(100));
    private static final RateLimit SIM_ONE_IN_1000 = new RateLimit(LimitScope.SIM, 1, Duration.ofNanos(1000));
    private static final long LONG = 1_000_000;

    private final Admission admission = new Admission(new Random(1), 0);
    private final Lane lane = admission.lane(false);

    @Test
    void whoever_came_first_goes_first() {
        enforce(ONE_IN_100);
        sendNow(0);
        final Waiter first = wait(Priority.SWEEP, 0);
        final Waiter second = wait(Priority.SWEEP, 1);
        lane.advance(99);
        assertThat(first.outcome).isEqualTo(Outcome.OPEN);
        lane.advance(100);
        assertThat(first.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(second.outcome).isEqualTo(Outcome.OPEN);
    }

    @Test
    void what_is_urgent_goes_before_a_sweep_that_came_first() {
        enforce(ONE_IN_100);
        sendNow(0);
        final Waiter sweep = wait(Priority.SWEEP, 0);
        final Waiter interactive = wait(Priority.INTERACTIVE, 1);
        lane.advance(100);
        assertThat(interactive.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(sweep.outcome).isEqualTo(Outcome.OPEN);
    }

    @Test
    void whoever_becomes_urgent_goes_before_those_that_came_after_it() {
        enforce(ONE_IN_100);
        sendNow(0);
        final Waiter other = wait(Priority.SWEEP, 0);
        final Waiter raised = wait(Priority.SWEEP, 1);
        final Waiter late = wait(Priority.INTERACTIVE, 2);
        lane.change(raised, Priority.INTERACTIVE, LONG, 3);
        lane.change(raised, Priority.SWEEP, 5, 4);
        assertThat(raised.deadline).isEqualTo(LONG);
        lane.advance(100);
        assertThat(raised.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(late.outcome).isEqualTo(Outcome.OPEN);
        assertThat(other.outcome).isEqualTo(Outcome.OPEN);
    }

    @Test
    void whoever_waits_for_its_sim_holds_up_nobody_and_keeps_its_place() {
        enforce(ONE_IN_100, SIM_ONE_IN_1000);
        sendNow(0, "a");
        final Waiter rests = enter("a", Priority.INTERACTIVE, LONG, 0);
        assertThat(lane.comeBack(rests, 0)).isEqualTo(1000);
        sendNow(100, "b");
        sendNow(950, "c");
        final Waiter late = enter("d", Priority.INTERACTIVE, LONG, 960);
        lane.advance(1050);
        assertThat(rests.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(late.outcome).isEqualTo(Outcome.OPEN);
    }

    @Test
    void two_that_want_the_same_sim_get_one_place_after_the_other() {
        enforce(SIM_ONE_IN_1000);
        sendNow(0, "a");
        final Waiter first = enter("a", Priority.SWEEP, LONG, 0);
        final Waiter second = enter("a", Priority.SWEEP, LONG, 0);
        final Waiter tooLate = enter("a", Priority.SWEEP, 2_999, 0);
        assertThat(tooLate.outcome).isEqualTo(Outcome.REFUSED);
        assertThat(tooLate.earliest).isEqualTo(3_000);
        lane.advance(1000);
        assertThat(first.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(lane.comeBack(second, 1000)).isEqualTo(2000);
    }

    @Test
    void when_the_first_of_two_gives_up_the_second_is_ready_sooner() {
        enforce(SIM_ONE_IN_1000);
        sendNow(0, "a");
        final Waiter first = enter("a", Priority.SWEEP, LONG, 0);
        final Waiter second = enter("a", Priority.SWEEP, LONG, 0);
        assertThat(lane.comeBack(second, 0)).isEqualTo(2000);
        lane.leave(first, Outcome.CANCELLED, 10);
        assertThat(lane.comeBack(second, 10)).isEqualTo(1000);
    }

    @Test
    void a_sim_that_somebody_else_has_used_up_meanwhile_sends_its_waiter_back() {
        enforce(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofNanos(100)), SIM_ONE_IN_1000);
        sendNow(0);
        sendNow(0);
        final Waiter first = enter("a", Priority.SWEEP, LONG, 0);
        final Waiter impatient = enter("a", Priority.SWEEP, 1_500, 0);
        final Waiter patient = enter("a", Priority.SWEEP, LONG, 0);
        lane.advance(100);
        assertThat(first.outcome).isEqualTo(Outcome.GRANTED);
        assertThat(admission.sent(granted(first), 600)).isTrue();
        lane.advance(1_100);
        assertThat(impatient.outcome).isEqualTo(Outcome.REFUSED);
        assertThat(impatient.earliest).isEqualTo(1_600);
        lane.advance(1_600);
        assertThat(patient.outcome).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void whoever_comes_too_late_in_line_is_refused_at_once_with_the_place_it_would_have_had() {
        enforce(ONE_IN_100);
        sendNow(0);
        for (int i = 0; i < 10; i++) {
            assertThat(wait(Priority.SWEEP, 0).isOpen()).isTrue();
        }
        final Waiter sweep = enter(Priority.SWEEP, 1_099, 0);
        assertThat(sweep.outcome).isEqualTo(Outcome.REFUSED);
        assertThat(sweep.earliest).isEqualTo(1_100);
        assertThat(enter(Priority.INTERACTIVE, 101, 0).outcome).isEqualTo(Outcome.OPEN);
        assertThat(enter(Priority.INTERACTIVE, 199, 0).outcome).isEqualTo(Outcome.REFUSED);
        assertThat(enter(Priority.SWEEP, 1_201, 0).outcome).isEqualTo(Outcome.OPEN);
    }

    @Test
    void places_that_are_free_together_are_handed_out_together() {
        enforce(new RateLimit(LimitScope.ACCOUNT, 3, Duration.ofNanos(100)));
        for (int i = 0; i < 3; i++) {
            sendNow(0);
        }
        final List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiters.add(wait(Priority.SWEEP, 1));
        }
        lane.advance(100);
        assertThat(waiters)
                .extracting(waiter -> waiter.outcome == Outcome.GRANTED)
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void only_the_first_in_line_comes_back_before_its_deadline() {
        enforce(ONE_IN_100);
        sendNow(0);
        final Waiter first = wait(Priority.SWEEP, 0);
        final Waiter second = wait(Priority.SWEEP, 0);
        assertThat(lane.comeBack(first, 0)).isEqualTo(100);
        assertThat(lane.comeBack(second, 0)).isEqualTo(LONG);
    }

    @Test
    void ten_thousand_waiters_are_quickly_served_in_order() {
        enforce(ONE_IN_100);
        sendNow(0);
        final List<Waiter> waiters = new ArrayList<>();
        final Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            waiters.add(enter(random.nextBoolean() ? Priority.SWEEP : Priority.INTERACTIVE, 2 * LONG, 0));
        }
        final List<Waiter> expected = new ArrayList<>(waiters);
        expected.sort((one, other) -> one.priority.compareTo(other.priority));
        long now = 0;
        for (final Waiter next : expected) {
            now += 100;
            lane.advance(now);
            assertThat(next.outcome).isEqualTo(Outcome.GRANTED);
            assertThat(admission.sent(granted(next), now)).isTrue();
        }
        assertThat(lane.waiting()).isZero();
    }

    private void enforce(final RateLimit... limits) {
        admission.enforce(List.of(limits));
    }

    private Waiter wait(final Priority priority, final long now) {
        return enter(priority, LONG, now);
    }

    private Waiter enter(final Priority priority, final long deadline, final long now) {
        return admission.enter(this, false, Optional.empty(), priority, deadline, now);
    }

    private Waiter enter(final String sim, final Priority priority, final long deadline, final long now) {
        return admission.enter(this, false, Optional.of(SimId.parse(sim)), priority, deadline, now);
    }

    private void sendNow(final long now) {
        send(enter(Priority.INTERACTIVE, now, now), now);
    }

    private void sendNow(final long now, final String sim) {
        send(enter(sim, Priority.INTERACTIVE, now, now), now);
    }

    private void send(final Waiter waiter, final long now) {
        assertThat(waiter.outcome).isEqualTo(Outcome.GRANTED);
        final Granted permit = granted(waiter);
        assertThat(admission.sent(permit, now) && admission.done(permit)).isTrue();
    }

    private static Granted granted(final Waiter waiter) {
        return new Granted(false, Optional.empty(), waiter.sim);
    }
}
