package dev.anycarrier.engine;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Surrounds one operation of one account's provider: gives it a deadline and a thread that nobody else's interruption
 * reaches, tries it again where that can help, and lets nothing out but its value or a {@link UsageException} that says
 * what was asked of whom. Thread-safe.
 */
public final class CallStage {

    private final AccountIdentity identity;
    private final Duration defaultDeadline;
    private final Ports ports;
    private final Redactor redactor;
    private final Attempts attempts;
    private final Flights<Object, Boolean> flights;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A stage for one account.
     *
     * @param defaultDeadline the time that one operation has unless its options say otherwise
     */
    public CallStage(
            final AccountIdentity identity,
            final Duration defaultDeadline,
            final Ports ports,
            final Redactor redactor,
            final Attempts attempts) {
        this.identity = identity;
        this.defaultDeadline = defaultDeadline;
        this.ports = ports;
        this.redactor = redactor;
        this.attempts = attempts;
        this.flights = new Flights<>(ports, "anycarrier " + identity.account());
    }

    /**
     * Runs an operation for one caller.
     *
     * @throws UsageException whatever goes wrong; errors of the JVM itself pass as they are
     */
    public <T> T call(final Question question, final CallOptions options, final Supplier<T> operation) {
        final AtomicReference<T> value = new AtomicReference<>();
        explained(question, options, deadline -> {
            final Object ofItsOwn = new Object();
            return flights.join(ofItsOwn, deadline, options.priority(), flight -> {
                value.set(run(question, flight, operation));
                return true;
            });
        });
        return Objects.requireNonNull(value.get(), "an operation comes to something");
    }

    /**
     * Runs operations for one caller, one after the other on one thread, so that what they read and add up stays near it.
     * Each has the time of a call, and is tried again by itself.
     *
     * @param walk what runs them
     * @throws UsageException whatever goes wrong; errors of the JVM itself pass as they are
     */
    public <T> T walk(final Question question, final CallOptions options, final Function<Steps, T> walk) {
        final AtomicReference<T> value = new AtomicReference<>();
        explained(question, options, deadline -> {
            final Steps.Caller caller = new Steps.Caller(deadline, options.priority());
            try {
                return flights.join(new Object(), caller, flight -> {
                    value.set(walk.apply(new Steps(this, question, options, flight, caller)));
                    return true;
                });
            } finally {
                caller.leaves();
            }
        });
        return Objects.requireNonNull(value.get(), "a walk comes to something");
    }

    /**
     * Runs an operation for all who ask the same meanwhile.
     *
     * @param shared the operations of this kind that are under way, by what is asked
     * @param key what is asked
     * @param known looks for what one that has just ended has come to
     */
    <K, T> T call(
            final Flights<K, T> shared,
            final K key,
            final Question question,
            final CallOptions options,
            final Supplier<Optional<T>> known,
            final Supplier<T> operation,
            final Optional<Pilot> pilot) {
        return explained(
                question,
                options,
                deadline -> shared.join(
                        key, deadline, options.priority(), known, flight -> run(question, flight, operation), pilot));
    }

    /**
     * The same for an operation that does more than ask the carrier, and has its requests sent by {@link #run}.
     *
     * @param operation run on a flight that all who ask share
     */
    <K, T> T fly(
            final Flights<K, T> shared,
            final K key,
            final Question question,
            final CallOptions options,
            final Supplier<Optional<T>> known,
            final Function<Flight, T> operation,
            final Optional<Pilot> pilot) {
        return explained(
                question, options, deadline -> shared.join(key, deadline, options.priority(), known, operation, pilot));
    }

    /** Looks at something without asking the carrier, and explains what is wrong with it as for a call. */
    public <T> T check(final Question question, final CallOptions options, final Supplier<T> look) {
        return explained(question, options.withDeadline(defaultDeadline), deadline -> look.get());
    }

    /** Says of a failure that did not come out of a call what was asked of whom. */
    public UnaryOperator<UsageException> explaining(final Question question, final CallOptions options) {
        return failure -> explain(failure, question, options);
    }

    /** Whether calls are refused. */
    boolean refuses() {
        return closed.get();
    }

    /** Refuses every call from now on. Idempotent. */
    public void refuse() {
        closed.set(true);
    }

    /** Waits for the calls under way until the deadline, then ends them. Idempotent. */
    public void close(final long deadline) {
        refuse();
        flights.drain(deadline);
        flights.cancel();
    }

    /** Runs one operation on this thread, and tries it again where that can help. */
    <T> T run(final Question question, final Flight flight, final Supplier<T> operation) {
        final Call call = new Call(question, flight, flight::sent);
        return attempts.run(call, operation);
    }

    /** The same, for a question among several nodes. */
    <T> T run(final Question question, final Flight flight, final SharedFlight shared, final Supplier<T> operation) {
        final Call call = new Call(question, flight, flight::sent, Optional.of(shared));
        return attempts.run(call, operation);
    }

    private <T> T explained(final Question question, final CallOptions options, final Timed<T> answer) {
        try {
            requireOpen();
            return answer.by(deadline(options));
        } catch (final UsageException failure) {
            throw explain(failure, question, options);
        } catch (final RuntimeException | StackOverflowError | LinkageError failure) {
            throw explain(pluginFailure(failure), question, options);
        }
    }

    /** Requires that calls are not refused. */
    void requireOpen() {
        if (closed.get()) {
            throw UsageException.of(Kind.CANCELLED, "this account was closed").build();
        }
    }

    /** The options with the time that is left of a call that began then. */
    CallOptions left(final CallOptions options, final long begun, final long now) {
        return options.withDeadline(timeLeft(options, begun, now));
    }

    /** The time that is left of a call that began then; zero or less if none is. */
    Duration timeLeft(final CallOptions options, final long begun, final long now) {
        return options.deadline().orElse(defaultDeadline).minusNanos(now - begun);
    }

    /** When a call that begins now has to be over, on the monotonic clock. */
    long deadline(final CallOptions options) {
        final Duration allowed = options.deadline().orElse(defaultDeadline);
        if (allowed.isZero() || allowed.isNegative()) {
            throw UsageException.of(Kind.DEADLINE_EXCEEDED, "no time was left for the call")
                    .build();
        }
        final Duration bounded =
                allowed.compareTo(CallOptions.LONGEST_DEADLINE) > 0 ? CallOptions.LONGEST_DEADLINE : allowed;
        return ports.time().nanoTime() + bounded.toNanos();
    }

    /** A provider that trips over an answer is as good as an answer that cannot be read. */
    private static UsageException pluginFailure(final Throwable failure) {
        final StackTraceElement[] trace = failure.getStackTrace();
        final String place = trace.length == 0 ? "" : " at " + trace[0];
        return UsageException.of(
                        Kind.INVALID_DATA,
                        "the provider failed on the answer with "
                                + failure.getClass().getSimpleName() + place)
                .build();
    }

    private UsageException explain(final UsageException failure, final Question question, final CallOptions options) {
        final UsageException.Builder explained = redactor.redact(failure, question)
                .question(question.text())
                .account(identity.account())
                .provider(identity.provider())
                .correlationId(options.correlationId()
                        .orElseGet(() -> Long.toHexString(ports.random().nextLong())));
        return explained.build();
    }

    /** An answer that has to be there by a moment of the monotonic clock. */
    @FunctionalInterface
    private interface Timed<T> {
        T by(long deadline);
    }
}
