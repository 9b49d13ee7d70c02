package dev.anycarrier.testing;

import org.jspecify.annotations.Nullable;

/** A thread that the time has to do with. Guarded by the time's lock. */
final class Participant {

    private final Thread thread;
    private final boolean engines;
    private boolean working;
    private @Nullable Wait wait;

    /** @param engines whether the engine started it; others ask, and are their owner's */
    Participant(final Thread thread, final boolean engines) {
        this.thread = thread;
        this.engines = engines;
    }

    Thread thread() {
        return thread;
    }

    boolean isEngines() {
        return engines;
    }

    boolean isWorking() {
        return working;
    }

    void works(final boolean newWorking) {
        working = newWorking;
    }

    /** What it waits for, or {@code null} if it does not. */
    @Nullable
    Wait waiting() {
        return wait;
    }

    void waits(final @Nullable Wait newWait) {
        wait = newWait;
    }
}
