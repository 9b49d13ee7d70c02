package dev.anycarrier.simulation.schedule;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The right to run, as one real thread waits for it. It is handed over only by who has it. */
final class Baton {

    private volatile boolean here;
    private volatile @Nullable Thread owner;

    void ownedBy(final Thread thread) {
        owner = thread;
    }

    void give() {
        here = true;
        LockSupport.unpark(owner);
    }

    /**
     * Waits for it, whatever interrupts.
     *
     * @return whether the real thread was interrupted before or meanwhile; the flag is cleared
     */
    boolean await() {
        boolean interrupted = Thread.interrupted();
        while (!here) {
            LockSupport.park(this);
            // A set flag would keep the thread from parking.
            interrupted |= Thread.interrupted();
        }
        here = false;
        return interrupted;
    }

    /** Waits for it, but no longer than about that. */
    boolean await(final long nanos) {
        if (!here) {
            LockSupport.parkNanos(this, nanos);
        }
        final boolean got = here;
        if (got) {
            here = false;
        }
        return got;
    }
}
