package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A flight on the thread of one who asks. */
@Timeout(60)
class PilotTest {

    private static final String SIM = "sim";

    private final TestPorts ports = new TestPorts();
    private final Flights<String, String> flights = new Flights<>(ports.ports(), "flight");
    private final Operation operation = new Operation();
    private final Lender pilot = new Lender();

    @Test
    void the_operation_runs_on_the_thread_of_the_one_who_lends_it() {
        final AtomicReference<Thread> runner = new AtomicReference<>();
        final Caller<String> caller = flown(30, flight -> {
            runner.set(Thread.currentThread());
            return "usage";
        });
        assertThat(caller.value()).isEqualTo("usage");
        assertThat(runner.get().getName()).isEqualTo("caller");
        assertThat(ports.started()).isZero();
        assertThat(pilot.landed.getCount()).isZero();
    }

    @Test
    void whoever_comes_meanwhile_gets_the_same_answer() throws Exception {
        final Caller<String> flown = flown(30, operation);
        operation.flight();
        final Caller<String> other = passenger(10);
        ports.untilWaitsBegan(1);
        operation.answer("usage");
        assertThat(flown.value()).isEqualTo("usage");
        assertThat(other.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
        assertThat(flights.size()).isZero();
    }

    @Test
    void one_who_was_told_to_leave_before_it_took_off_lends_nothing() throws Exception {
        pilot.grounded = true;
        final Caller<String> caller = flown(30, operation);
        operation.flight();
        assertThat(ports.started()).isEqualTo(1);
        operation.answer("usage");
        assertThat(caller.value()).isEqualTo("usage");
    }

    @Test
    void when_the_only_one_aboard_leaves_before_anything_was_sent_the_operation_is_interrupted() throws Exception {
        final Caller<String> flown = flown(30, operation);
        operation.flight();
        pilot.leaves();
        operation.untilInterrupted();
        assertThat(flown.failure()).isInstanceOf(UsageException.class);
        assertThat(flown.flagKept()).isFalse();
        assertThat(flights.size()).isZero();
    }

    @Test
    void what_was_sent_goes_on_when_its_pilot_has_left() throws Exception {
        final Caller<String> flown = flown(30, operation);
        operation.flight().sent();
        pilot.leaves();
        final Caller<String> other = passenger(10);
        ports.untilWaitsBegan(1);
        operation.answer("usage");
        assertThat(other.value()).isEqualTo("usage");
        assertThat(flown.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
    }

    @Test
    void one_who_has_left_does_not_keep_the_operation_from_ending_with_the_last_who_leaves() throws Exception {
        flown(30, operation);
        operation.flight();
        final Caller<String> other = passenger(30);
        ports.untilWaitsBegan(1);
        pilot.leaves();
        pilot.leaves();
        assertThat(operation.interrupted.getCount()).isEqualTo(1);
        other.interrupt();
        operation.untilInterrupted();
    }

    @Test
    void a_refusal_that_comes_too_late_for_the_only_one_aboard_is_what_it_gets() throws Exception {
        final Caller<String> flown = flown(5, operation);
        operation.flight().waitsUntil(ports.in(20), refusal());
        assertThat(kind(flown)).isEqualTo(Kind.TOO_MANY_REQUESTS);
        operation.untilInterrupted();
        assertThat(pilot.hadToLeave.getCount()).isEqualTo(1);
    }

    @Test
    void a_refusal_that_is_too_late_for_the_pilot_alone_makes_it_leave_and_the_others_stay() throws Exception {
        final Caller<String> flown = flown(5, operation);
        operation.flight();
        final Caller<String> patient = passenger(30);
        ports.untilWaitsBegan(1);
        operation.flight().waitsUntil(ports.in(20), refusal());
        assertThat(pilot.hadToLeave.await(10, TimeUnit.SECONDS)).isTrue();
        operation.answer("usage");
        assertThat(patient.value()).isEqualTo("usage");
        assertThat(kind(flown)).isEqualTo(Kind.TOO_MANY_REQUESTS);
    }

    @Test
    void a_refusal_within_its_time_changes_nothing() throws Exception {
        final Caller<String> flown = flown(30, operation);
        operation.flight().waitsUntil(ports.in(20), refusal());
        operation.answer("usage");
        assertThat(flown.value()).isEqualTo("usage");
        assertThat(pilot.hadToLeave.getCount()).isEqualTo(1);
    }

    @Test
    void when_all_is_closed_the_operation_is_interrupted_and_everybody_hears_why() throws Exception {
        final Caller<String> flown = flown(30, operation);
        operation.flight();
        flights.cancel();
        operation.untilInterrupted();
        assertThat(flown.failure()).hasMessageContaining("this account was closed");
        assertThat(flights.drain(ports.time().nanoTime() + Duration.ofSeconds(1).toNanos()))
                .isTrue();
    }

    private Caller<String> flown(final long seconds, final Function<Flight, String> flownOperation) {
        return new Caller<>(() -> flights.join(
                SIM, ports.in(seconds), Priority.SWEEP, Optional::empty, flownOperation, Optional.of(pilot)));
    }

    private Caller<String> passenger(final long seconds) {
        return new Caller<>(() -> flights.join(SIM, ports.in(seconds), Priority.SWEEP, operation));
    }

    private static UsageException refusal() {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the limit is spent").build();
    }

    private static Kind kind(final Caller<String> caller) {
        return ((UsageException) caller.failure()).kind();
    }

    /** One whose thread may be interrupted as long as it flies. */
    private static final class Lender implements Pilot {

        private final CountDownLatch hadToLeave = new CountDownLatch(1);
        private final CountDownLatch landed = new CountDownLatch(1);
        private volatile boolean grounded;
        private volatile Runnable leaves = () -> {};

        void leaves() {
            leaves.run();
        }

        @Override
        public Optional<Runnable> takesOff(final Runnable newLeaves) {
            leaves = newLeaves;
            final Thread thread = Thread.currentThread();
            return grounded ? Optional.empty() : Optional.of(thread::interrupt);
        }

        @Override
        public void hasToLeave() {
            hadToLeave.countDown();
        }

        @Override
        public void lands() {
            landed.countDown();
            Thread.interrupted();
        }
    }
}
