package dev.anycarrier.cluster.sweep;

import dev.anycarrier.Sweep;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The chunks that this node works on, so that they can be ended. Thread-safe. */
final class UnderWay {

    private final Set<Sweep> sweeps = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** Begins one; at once cancelled if this is closing. */
    void add(final Sweep sweep) {
        sweeps.add(sweep);
        if (closing) {
            sweep.cancel();
        }
    }

    void remove(final Sweep sweep) {
        sweeps.remove(sweep);
    }

    /** Whether no further work is wanted. */
    boolean isClosing() {
        return closing;
    }

    /** Cancels what is under way and whatever comes. */
    void close() {
        closing = true;
        sweeps.forEach(Sweep::cancel);
    }
}
