package dev.anycarrier.engine.port;

/** A task on a thread of its own, for those who started it. Thread-safe. */
public interface Worker {

    /** Interrupts the task if it runs, or as soon as it does; without effect on whatever its thread runs afterwards. */
    void interrupt();

    /**
     * Waits until the task has ended.
     *
     * @param deadline how long at most, as a value of {@link TimeSource#nanoTime()}
     * @return whether it has ended
     * @throws InterruptedException if the waiting thread is interrupted
     */
    boolean join(long deadline) throws InterruptedException;
}
