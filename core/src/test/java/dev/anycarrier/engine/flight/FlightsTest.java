package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who are aboard of one flight share. */
class FlightsTest {

    private static final String SIM = "sim";

    private final TestPorts ports = new TestPorts();
    private final Flights<String, String> flights = new Flights<>(ports.ports(), "asks");
    private final Operation operation = new Operation();

    @Test
    @Timeout(60)
    void ten_thousand_callers_of_one_key_lead_to_one_operation() {
        final int threads = 250;
        final int callersEach = 40;
        final AtomicInteger answers = new AtomicInteger();
        final List<Caller<Boolean>> callers = IntStream.range(0, threads)
                .mapToObj(i -> new Caller<>(() -> askAtOnce(callersEach, answers)))
                .toList();
        ports.untilWaitsBegan(threads * callersEach);
        assertThat(ports.waiting()).isEqualTo(10_000);
        operation.answer("usage");
        callers.forEach(caller -> assertThat(caller.value()).isTrue());
        assertThat(answers).hasValue(10_000);
        assertThat(operation.runs).hasValue(1);
        assertThat(ports.started()).isEqualTo(1);
        assertThat(flights.size()).isZero();
    }

    /** Asks, and while it waits, so do the others. */
    private boolean askAtOnce(final int callers, final AtomicInteger answers) {
        if (callers > 1) {
            ports.inNextWait(() -> askAtOnce(callers - 1, answers));
        }
        if ("usage".equals(flights.join(SIM, ports.in(30), Priority.INTERACTIVE, operation))) {
            answers.incrementAndGet();
        }
        return true;
    }

    @Test
    void keys_have_operations_of_their_own() {
        final Operation other = new Operation();
        final Caller<String> one = caller(SIM, operation);
        final Caller<String> two = caller("other", other);
        other.answer("b");
        operation.answer("a");
        assertThat(one.value()).isEqualTo("a");
        assertThat(two.value()).isEqualTo("b");
    }

    @Test
    void whoever_asks_after_the_end_begins_anew() {
        assertThat(flights.join(SIM, ports.in(30), Priority.SWEEP, flight -> "a"))
                .isEqualTo("a");
        assertThat(flights.join(SIM, ports.in(30), Priority.SWEEP, flight -> "b"))
                .isEqualTo("b");
    }

    @Test
    void a_failure_is_given_to_each_as_a_copy_of_its_own() {
        final List<Caller<String>> callers = three();
        final UsageException failure =
                UsageException.of(Kind.NOT_FOUND, "no such SIM").status(404).build();
        operation.fail(() -> {
            throw failure;
        });
        final List<Throwable> thrown = callers.stream().map(Caller::failure).toList();
        assertThat(thrown)
                .doesNotHaveDuplicates()
                .doesNotContain(failure)
                .allSatisfy(each ->
                        assertThat(each).isInstanceOf(UsageException.class).hasMessage(failure.getMessage()));
    }

    @Test
    void errors_and_other_exceptions_reach_everybody_as_they_are() {
        Stream.of(new LinkageError("a class is missing"), new StackOverflowError(), new OutOfMemoryError())
                .forEach(this::reachesEverybody);
        reachesEverybody(new IllegalStateException("broken provider"));
    }

    @Test
    void an_undeclared_checked_exception_is_named_with_its_place() {
        final IOException undeclared = new IOException("hidden");
        assertThatThrownBy(() -> flights.join(SIM, ports.in(30), Priority.SWEEP, flight -> {
                    throw FlightsTest.<RuntimeException>hidden(undeclared);
                }))
                .isInstanceOf(UndeclaredThrowableException.class)
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEqualTo(undeclared.getStackTrace()));
        assertThat(flights.size()).isZero();
    }

    @Test
    void without_a_thread_everybody_is_told_so_and_the_next_may_try() {
        ports.noThreads();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> flights.join(SIM, ports.in(30), Priority.SWEEP, operation))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            refused -> assertThat(refused.unavailableCause()).contains(UnavailableCause.LOCAL));
        }
        assertThatThrownBy(() -> flights.launch(SIM, ports.in(30), Priority.SWEEP, operation))
                .isInstanceOf(UsageException.class);
        assertThat(flights.size()).isZero();
        assertThat(flights.drain(ports.in(0))).isTrue();
    }

    @Test
    void an_operation_that_nobody_waits_for_runs_once_and_takes_passengers() throws Exception {
        flights.launch(SIM, ports.in(30), Priority.SWEEP, operation);
        flights.launch(SIM, ports.in(30), Priority.SWEEP, operation);
        operation.flight();
        final Caller<String> caller = caller(SIM, operation);
        ports.untilWaitsBegan(1);
        operation.answer("usage");
        assertThat(caller.value()).isEqualTo("usage");
        assertThat(operation.runs).hasValue(1);
    }

    private void reachesEverybody(final Throwable thrown) {
        final Operation broken = new Operation();
        final List<Caller<String>> callers =
                Stream.of(1, 2).map(i -> caller(SIM, broken)).toList();
        ports.untilWaitsBegan(2);
        broken.fail(() -> {
            throw FlightsTest.<RuntimeException>hidden(thrown);
        });
        callers.forEach(caller -> assertThat(caller.failure()).isSameAs(thrown));
        assertThat(flights.size()).isZero();
    }

    private List<Caller<String>> three() {
        final List<Caller<String>> callers =
                Stream.of(1, 2, 3).map(i -> caller(SIM, operation)).toList();
        ports.untilWaitsBegan(3);
        return callers;
    }

    private Caller<String> caller(final String key, final Operation asked) {
        return new Caller<>(() -> flights.join(key, ports.in(30), Priority.INTERACTIVE, asked));
    }

    /** Throws what a signature does not allow, as a careless plugin can. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E hidden(final Throwable thrown) throws E {
        throw (E) thrown;
    }
}
