package dev.anycarrier.engine;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.function.Supplier;

/**
 * Operations for one caller, one after the other on one thread: each has the time of a call, and none begins once the
 * caller has left. What runs them belongs to that thread.
 */
public final class Steps {

    private final CallStage calls;
    private final Question question;
    private final CallOptions options;
    private final Flight flight;
    private final Caller caller;

    Steps(
            final CallStage calls,
            final Question question,
            final CallOptions options,
            final Flight flight,
            final Caller caller) {
        this.calls = calls;
        this.question = question;
        this.options = options;
        this.flight = flight;
        this.caller = caller;
    }

    /**
     * Runs the next operation.
     *
     * @throws UsageException whatever goes wrong with it; {@code CANCELLED} if the caller has left, or the account was closed
     */
    public <T> T next(final Supplier<T> operation) {
        calls.requireOpen();
        caller.staysUntil(calls.deadline(options));
        return calls.run(question, flight, operation);
    }

    /** Who waits for all of them, each time a while longer. */
    static final class Caller implements Turn {

        private final Priority priority;
        private volatile long deadline;
        private volatile boolean gone;
        private volatile Runnable changed = () -> {};

        Caller(final long deadline, final Priority priority) {
            this.deadline = deadline;
            this.priority = priority;
        }

        /** Waits no more. */
        void leaves() {
            gone = true;
        }

        private void staysUntil(final long newDeadline) {
            if (gone) {
                throw UsageException.of(Kind.CANCELLED, "whoever asked has left")
                        .build();
            }
            deadline = newDeadline;
            changed.run();
        }

        @Override
        public long deadline() {
            return deadline;
        }

        @Override
        public Priority priority() {
            return priority;
        }

        /** Without effect: it is told to whoever waits already. */
        @Override
        public void waitsUntil(final long at, final UsageException refusal) {}

        @Override
        public void onChange(final Runnable newChanged) {
            changed = newChanged;
        }
    }
}
