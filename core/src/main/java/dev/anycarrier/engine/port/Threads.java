package dev.anycarrier.engine.port;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;

/**
 * Threads, and what they wait on for each other. Whoever waits in the engine waits on a condition of such a lock, in
 * {@link TimeSource#sleep} or at the wire, and nowhere else. Thread-safe.
 */
public interface Threads {

    /**
     * A new lock with conditions that wait on the monotonic clock. It is held briefly: under it nothing is done but
     * waiting on its own conditions, so no I/O, no other lock, no start of a thread and no call to foreign code.
     */
    Lock lock();

    /**
     * Runs a task on a thread of its own, with this library's context class loader. What the task throws is lost.
     *
     * @param name for those who look at threads
     * @throws RejectedExecutionException if there is no thread to be had
     */
    Worker start(String name, Runnable task);

    /** Whether a new thread costs next to nothing, so that it is no use to keep one for what comes next. */
    default boolean areCheap() {
        return false;
    }

    /** Whether there are as many as are started, so that one that only watches over others takes none away from a call. */
    default boolean areUnlimited() {
        return false;
    }

    /** Virtual threads where the JDK has them (21 and later), else pooled daemon threads that end when idle. */
    static Threads system() {
        return SystemThreads.preferred();
    }

    /**
     * The embedder's threads. The executor runs each task on a thread that may block; one that runs tasks in the calling
     * thread, or one after the other, is of no use here.
     */
    static Threads of(final Executor executor) {
        return new SystemThreads(executor);
    }
}
