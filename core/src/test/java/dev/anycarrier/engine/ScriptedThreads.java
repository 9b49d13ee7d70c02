package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Threads of which there are none: each task runs in whoever starts it, later, or not at all. Not thread-safe. */
final class ScriptedThreads implements Threads {

    private final boolean none;
    private final Queue<Runnable> heldBack = new ArrayDeque<>();
    private boolean holding;
    private int interruptions;

    private ScriptedThreads(final boolean none) {
        this.none = none;
    }

    static ScriptedThreads atOnce() {
        return new ScriptedThreads(false);
    }

    static ScriptedThreads none() {
        return new ScriptedThreads(true);
    }

    /** Keeps the tasks from now on. */
    void holdBack() {
        holding = true;
    }

    void runHeldBack() {
        heldBack.forEach(Runnable::run);
        heldBack.clear();
    }

    /** How often a task was interrupted. */
    int interruptions() {
        return interruptions;
    }

    @Override
    public Lock lock() {
        return new ReentrantLock();
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        if (none) {
            throw new RejectedExecutionException();
        }
        if (holding) {
            heldBack.add(task);
        } else {
            task.run();
        }
        return new Worker() {
            @Override
            public void interrupt() {
                interruptions++;
            }

            @Override
            public boolean join(final long deadline) {
                return heldBack.isEmpty();
            }
        };
    }
}
