package dev.anycarrier.engine.port;

import java.util.Optional;

/**
 * One who asks, and lends its own thread to the flight if that is a new one: nobody waits for this thread, since somebody
 * else takes its place as soon as it would have to leave. Spares a second thread, and waking the two for each other.
 */
public interface Pilot {

    /**
     * The operation is about to run on this thread.
     *
     * @param leaves to be run when somebody else has taken the pilot's place, who is no passenger any more then; by any
     *     thread, outside of locks
     * @return what interrupts the operation, without effect once it has ended; empty if the pilot was told to leave just
     *     before, and the operation has to run elsewhere
     */
    Optional<Runnable> takesOff(Runnable leaves);

    /** What it waits for comes too late for the pilot, but not for others aboard: somebody else is to take its place now. */
    void hasToLeave();

    /** The operation has ended, and what was meant for it does not reach the thread any more. */
    void lands();
}
