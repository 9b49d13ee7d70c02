package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.UsageException;

/** Whoever waits for a permit, perhaps on behalf of several. Thread-safe. */
public interface Turn {

    /** When waiting is over, on the monotonic clock. It may move later meanwhile. */
    long deadline();

    /** How urgent it is. It may rise meanwhile. */
    Priority priority();

    /**
     * The permit comes no sooner than {@code at}: whoever cannot wait that long may leave with the refusal.
     *
     * @param at on the monotonic clock
     */
    void waitsUntil(long at, UsageException refusal);

    /** What to run when deadline or priority have changed; replaces the one before. It neither blocks nor throws. */
    void onChange(Runnable changed);
}
