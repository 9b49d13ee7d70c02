package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** A flight that waits for another one: what its own passengers want, and are told, passes through. */
class RepresentativeTest {

    private static final String SIM = "sim";
    private static final String TOKEN = "token";

    private final TestPorts ports = new TestPorts();
    private final Flights<String, String> outer = new Flights<>(ports.ports(), "usage");
    private final Flights<String, String> inner = new Flights<>(ports.ports(), "token");
    private final Operation operation = new Operation();

    @Test
    void deadline_and_priority_of_those_behind_it_pass_through() throws Exception {
        final Caller<String> sweep = caller(5, Priority.SWEEP);
        ports.untilWaitsBegan(2);
        final Flight flight = operation.flight();
        final AtomicInteger changes = new AtomicInteger();
        flight.onChange(changes::incrementAndGet);
        final long before = flight.deadline();
        final Caller<String> urgent = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(1);
        assertThat(flight.deadline() - before).isEqualTo(Duration.ofSeconds(25).toNanos());
        assertThat(flight.priority()).isEqualTo(Priority.INTERACTIVE);
        assertThat(changes).hasValue(1);
        ports.advance(Duration.ofSeconds(10));
        assertKind(sweep.failure(), Kind.DEADLINE_EXCEEDED);
        operation.answer("usage");
        assertThat(urgent.value()).isEqualTo("usage");
    }

    @Test
    void a_refusal_reaches_those_behind_it_at_once_and_those_who_come_later() throws Exception {
        final Caller<String> hurried = caller(5, Priority.INTERACTIVE);
        final Caller<String> patient = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(3);
        operation.flight().waitsUntil(ports.in(20), refusal());
        assertKind(hurried.failure(), Kind.TOO_MANY_REQUESTS);
        final Caller<String> late = new Caller<>(() ->
                outer.join("other", ports.in(10), Priority.INTERACTIVE, usage -> inner.join(TOKEN, usage, operation)));
        assertKind(late.failure(), Kind.TOO_MANY_REQUESTS);
        operation.answer("usage");
        assertThat(patient.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
    }

    @Test
    void when_nobody_is_left_behind_it_both_flights_end() throws Exception {
        final Caller<String> only = caller(30, Priority.INTERACTIVE);
        ports.untilWaitsBegan(2);
        only.interrupt();
        assertKind(only.failure(), Kind.CANCELLED);
        operation.untilInterrupted();
        ports.untilWorkersEnded();
        assertThat(outer.size() + inner.size()).isZero();
    }

    @Test
    void an_operation_that_asks_for_more_time_before_anything_else_has_it() {
        final Flights<String, Duration> flights = new Flights<>(ports.ports().withThreads(new AtOnce()), "pages");
        final Steady turn = new Steady(ports.in(5));
        final Duration more = flights.join(SIM, turn, flight -> {
            final long before = flight.deadline();
            turn.staysUntil(ports.in(30));
            return Duration.ofNanos(flight.deadline() - before);
        });
        assertThat(more).isEqualTo(Duration.ofSeconds(25));
    }

    private Caller<String> caller(final long seconds, final Priority priority) {
        return new Caller<>(
                () -> outer.join(SIM, ports.in(seconds), priority, usage -> inner.join(TOKEN, usage, operation)));
    }

    private static UsageException refusal() {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the limit is spent").build();
    }

    private static void assertKind(final Throwable thrown, final Kind kind) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    /** One who waits for several things, one after the other. */
    private static final class Steady implements Turn {

        private long deadline;
        private Runnable changed = () -> {};

        Steady(final long deadline) {
            this.deadline = deadline;
        }

        void staysUntil(final long newDeadline) {
            deadline = newDeadline;
            changed.run();
        }

        @Override
        public long deadline() {
            return deadline;
        }

        @Override
        public Priority priority() {
            return Priority.INTERACTIVE;
        }

        @Override
        public void waitsUntil(final long at, final UsageException refusal) {}

        @Override
        public void onChange(final Runnable newChanged) {
            changed = newChanged;
        }
    }

    /** Threads that are so fast that a task has ended before whoever started it goes on. */
    private static final class AtOnce implements Threads {

        @Override
        public Lock lock() {
            return new ReentrantLock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            task.run();
            return new Ended();
        }
    }

    private static final class Ended implements Worker {

        @Override
        public void interrupt() {}

        @Override
        public boolean join(final long deadline) {
            return true;
        }
    }
}
