package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How flights come to their end. */
class ClosingTest {

    private static final String SIM = "sim";

    private final TestPorts ports = new TestPorts();
    private final Flights<String, String> flights = new Flights<>(ports.ports(), "asks");
    private final Operation operation = new Operation();

    @Test
    void draining_lets_the_flights_end_and_nobody_join() {
        final Caller<String> aboard = caller();
        ports.untilWaitsBegan(1);
        final Caller<Boolean> drained = new Caller<>(() -> flights.drain(ports.in(30)));
        ports.untilWaitsBegan(1);
        assertThatThrownBy(() -> flights.join(SIM, ports.in(30), Priority.SWEEP, operation))
                .satisfies(ClosingTest::isCancelled);
        flights.launch("other", ports.in(30), Priority.SWEEP, operation);
        operation.answer("usage");
        assertThat(aboard.value()).isEqualTo("usage");
        assertThat(drained.value()).isTrue();
        assertThat(flights.drain(ports.in(30))).isTrue();
        assertThat(operation.runs).hasValue(1);
    }

    @Test
    void draining_ends_at_its_deadline() {
        final Caller<String> aboard = caller();
        ports.untilWaitsBegan(1);
        final Caller<Boolean> drained = new Caller<>(() -> flights.drain(ports.in(3)));
        ports.untilWaitsBegan(1);
        ports.advance(Duration.ofSeconds(3));
        assertThat(drained.value()).isFalse();
        operation.answer("usage");
        assertThat(aboard.value()).isEqualTo("usage");
    }

    @Test
    void an_interrupted_drain_ends_and_keeps_the_flag() {
        final Caller<String> aboard = caller();
        ports.untilWaitsBegan(1);
        final Caller<Boolean> drained = new Caller<>(() -> flights.drain(ports.in(3)));
        ports.untilWaitsBegan(1);
        drained.interrupt();
        assertThat(drained.value()).isFalse();
        assertThat(drained.flagKept()).isTrue();
        flights.cancel();
        isCancelled(aboard.failure());
    }

    @Test
    void cancelling_leaves_no_waiter_behind_even_if_an_operation_never_ends() throws Exception {
        final Stubborn stubborn = new Stubborn();
        final Caller<String> held = new Caller<>(() -> flights.join("held", ports.in(30), Priority.SWEEP, stubborn));
        final Caller<String> aboard = caller();
        ports.untilWaitsBegan(2);
        flights.cancel();
        flights.cancel();
        isCancelled(held.failure());
        isCancelled(aboard.failure());
        operation.untilInterrupted();
        stubborn.untilInterrupted();
        assertThat(flights.drain(ports.in(0))).isFalse();
        stubborn.letGo();
        ports.untilWorkersEnded();
        assertThat(flights.drain(ports.in(0))).isTrue();
        assertThat(flights.size()).isZero();
        assertThat(ports.waiting()).isZero();
    }

    private Caller<String> caller() {
        return new Caller<>(() -> flights.join(SIM, ports.in(30), Priority.INTERACTIVE, operation));
    }

    private static void isCancelled(final Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
    }
}
