package dev.anycarrier.engine.port;

import java.util.function.Consumer;

/**
 * Where the engine keeps what must outlive the process: what was sent, what is held back, and the last values. Thread-safe.
 */
public interface StateStore extends AutoCloseable {

    /**
     * Hands over everything that was kept under a key, in the order in which it was appended, as far as it may still
     * matter.
     *
     * @param account the key of an account: its name, carrier and address, so that no account takes over another's past
     */
    void restore(String account, Consumer<StateEntry> each);

    /**
     * Keeps an entry. On return it outlives this process.
     *
     * @throws dev.anycarrier.spi.UsageException {@code UNAVAILABLE} with the cause {@code LOCAL} if it cannot be
     *     kept
     */
    void append(String account, StateEntry entry);

    /** Lets go of the place. Idempotent. */
    @Override
    void close();

    /** A store that keeps nothing. */
    static StateStore none() {
        return NoState.INSTANCE;
    }
}
