package dev.anycarrier.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way. A provider's interface does not carry it through, so it is bound to the thread that runs the
 * operation: a provider starts no threads of its own.
 *
 * @param question what is asked
 * @param deadline when the operation's time is over, on the monotonic clock
 * @param correlationId what ties log lines, observations and errors of this call together
 */
record Call(Question question, long deadline, String correlationId) {

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

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
