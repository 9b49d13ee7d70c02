package dev.anycarrier.engine;

import dev.anycarrier.engine.limit.Turn;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way. A provider's interface does not carry it through, so it is bound to the thread that runs the
 * operation: a provider starts no threads of its own.
 *
 * @param question what is asked
 * @param turn who waits for it, and how long
 * @param sent run when a request of it has left
 * @param flight what its requests are sent with if several nodes ask about its SIM
 */
record Call(Question question, Turn turn, Runnable sent, Optional<SharedFlight> flight) {

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    /** An operation whose requests each ask for leave. */
    Call(final Question question, final Turn turn, final Runnable sent) {
        this(question, turn, sent, Optional.empty());
    }

    /** The call that this thread runs, or empty outside any. */
    static Optional<Call> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs an operation as this call. */
    <T> T run(final Supplier<T> operation) {
        final Call outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return operation.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }
}
