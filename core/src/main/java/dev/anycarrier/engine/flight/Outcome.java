package dev.anycarrier.engine.flight;

import dev.anycarrier.spi.UsageException;
import java.lang.reflect.UndeclaredThrowableException;

/** How an operation ended, for each of those who waited. Immutable. */
sealed interface Outcome<T> {

    /** The value, or what was thrown instead: a {@link UsageException} as a copy of one's own, anything else as it is. */
    T get();

    record Value<T>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }
    }

    record Failure<T>(Throwable thrown) implements Outcome<T> {
        @Override
        public T get() {
            if (thrown instanceof UsageException failure) {
                throw failure.toBuilder().build();
            }
            if (thrown instanceof RuntimeException failure) {
                throw failure;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            final RuntimeException undeclared = new UndeclaredThrowableException(thrown);
            undeclared.setStackTrace(thrown.getStackTrace());
            throw undeclared;
        }
    }
}
