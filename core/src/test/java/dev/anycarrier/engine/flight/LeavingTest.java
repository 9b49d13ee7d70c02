package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who leaves a flight when, and what that means for it. */
class LeavingTest {

    private static final String SIM = "sim";

    private final TestPorts ports = new TestPorts();
    private final Flights<String, String> flights = new Flights<>(ports.ports(), "asks");
    private final Operation operation = new Operation();

    @Test
    void an_interrupted_first_caller_harms_nobody() {
        final Caller<String> first = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        final Caller<String> second = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        first.interrupt();
        assertKind(first.failure(), Kind.CANCELLED);
        assertThat(first.flagKept()).isTrue();
        operation.answer("usage");
        assertThat(second.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
    }

    @Test
    void a_caller_that_is_interrupted_already_starts_nothing() {
        final Caller<String> caller = new Caller<>(() -> {
            Thread.currentThread().interrupt();
            return flights.join(SIM, ports.in(30), Priority.SWEEP, operation);
        });
        assertKind(caller.failure(), Kind.CANCELLED);
        assertThat(caller.flagKept()).isTrue();
        assertThat(ports.started()).isZero();
    }

    @Test
    void a_caller_without_time_starts_nothing() {
        assertThatThrownBy(() -> flights.join(SIM, ports.in(0), Priority.SWEEP, operation))
                .satisfies(thrown -> assertKind(thrown, Kind.DEADLINE_EXCEEDED));
        assertThat(ports.started()).isZero();
    }

    @Test
    void whoever_has_less_time_leaves_alone() {
        final Caller<String> patient = caller(30, Priority.INTERACTIVE);
        final Caller<String> hurried = caller(5, Priority.INTERACTIVE);
        ports.untilWaitsBegan(2);
        ports.advance(Duration.ofSeconds(5));
        assertKind(hurried.failure(), Kind.DEADLINE_EXCEEDED);
        operation.answer("usage");
        assertThat(patient.value()).isEqualTo("usage");
    }

    @Test
    void deadline_and_priority_are_those_of_the_most_demanding_ever_aboard() throws Exception {
        final Caller<String> sweep = caller(30, Priority.SWEEP);
        ports.untilWaitsBegan(1);
        final AtomicInteger changes = new AtomicInteger();
        final Flight flight = operation.flight();
        flight.onChange(changes::incrementAndGet);
        final long first = flight.deadline();
        assertThat(flight.priority()).isEqualTo(Priority.SWEEP);

        final Caller<String> hurried = caller(5, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        assertThat(flight.priority()).isEqualTo(Priority.INTERACTIVE);
        assertThat(flight.deadline()).isEqualTo(first);
        assertThat(changes).hasValue(1);

        final Caller<String> patient = caller(60, Priority.SWEEP);
        ports.untilWaitsBegan(1);
        assertThat(flight.deadline() - first).isEqualTo(Duration.ofSeconds(30).toNanos());
        assertThat(changes).hasValue(2);

        patient.interrupt();
        assertKind(patient.failure(), Kind.CANCELLED);
        assertThat(flight.deadline() - first).isEqualTo(Duration.ofSeconds(30).toNanos());
        assertThat(changes).hasValue(2);
        operation.answer("usage");
        assertThat(sweep.value()).isEqualTo("usage");
        assertThat(hurried.value()).isEqualTo("usage");
    }

    @Test
    void whoever_cannot_wait_for_the_permit_is_refused_at_once() throws Exception {
        final Caller<String> patient = caller(30, Priority.INTERACTIVE);
        final Caller<String> hurried = caller(5, Priority.INTERACTIVE);
        ports.untilWaitsBegan(2);
        final UsageException refusal = refusal();
        operation.flight().waitsUntil(ports.in(5), refusal);
        assertThat(hurried.failure()).isNotSameAs(refusal).hasMessage(refusal.getMessage());
        assertThatThrownBy(() -> flights.join(SIM, ports.in(4), Priority.INTERACTIVE, operation))
                .satisfies(thrown -> assertKind(thrown, Kind.TOO_MANY_REQUESTS));
        operation.answer("usage");
        assertThat(patient.value()).isEqualTo("usage");
    }

    @Test
    void a_refusal_is_not_for_one_who_is_more_urgent_nor_for_one_who_comes_after_the_permit() throws Exception {
        final Caller<String> sweep = caller(30, Priority.SWEEP);
        ports.untilWaitsBegan(1);
        operation.flight().waitsUntil(ports.in(20), refusal());
        final Caller<String> urgent = caller(5, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        operation.flight().waitsUntil(ports.in(6), refusal());
        assertKind(urgent.failure(), Kind.TOO_MANY_REQUESTS);
        operation.flight().sent();
        final Caller<String> late = caller(2, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        operation.answer("usage");
        assertThat(late.value()).isEqualTo("usage");
        assertThat(sweep.value()).isEqualTo("usage");
    }

    @Test
    void a_flight_that_everybody_left_is_interrupted_and_the_next_caller_begins_anew() throws Exception {
        final Caller<String> only = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        final Stubborn stubborn = new Stubborn();
        final Caller<String> held = new Caller<>(() -> flights.join("held", ports.in(30), Priority.SWEEP, stubborn));
        ports.untilWaitsBegan(1);
        only.interrupt();
        held.interrupt();
        assertKind(only.failure(), Kind.CANCELLED);
        assertKind(held.failure(), Kind.CANCELLED);
        operation.untilInterrupted();
        stubborn.untilInterrupted();
        assertThat(flights.join("held", ports.in(30), Priority.SWEEP, flight -> "new"))
                .isEqualTo("new");
        stubborn.letGo();
        ports.untilWorkersEnded();
        assertThat(flights.size()).isZero();
    }

    @Test
    void a_flight_that_has_sent_goes_on_though_everybody_left() throws Exception {
        final Caller<String> only = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        operation.flight().sent();
        only.interrupt();
        assertKind(only.failure(), Kind.CANCELLED);
        final Caller<String> next = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        operation.answer("usage");
        assertThat(next.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
    }

    @Test
    void a_flight_that_does_not_end_by_its_deadline_makes_room() throws Exception {
        final Stubborn stubborn = new Stubborn();
        final Caller<String> held = new Caller<>(() -> flights.join(SIM, ports.in(30), Priority.SWEEP, stubborn));
        ports.untilWaitsBegan(1);
        stubborn.flight().sent();
        ports.advance(Duration.ofSeconds(30));
        assertKind(held.failure(), Kind.DEADLINE_EXCEEDED);
        assertThat(flights.join(SIM, ports.in(30), Priority.SWEEP, flight -> "new"))
                .isEqualTo("new");
        stubborn.untilInterrupted();
        stubborn.letGo();
        ports.untilWorkersEnded();
        assertThat(flights.size()).isZero();
    }

    private Caller<String> caller(final long seconds, final Priority priority) {
        return new Caller<>(() -> flights.join(SIM, ports.in(seconds), priority, operation));
    }

    private UsageException refusal() {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the limit is spent")
                .limitScope(LimitScope.SIM)
                .notBefore(ports.time().instant().plusSeconds(5))
                .build();
    }

    private static void assertKind(final Throwable thrown, final Kind kind) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
