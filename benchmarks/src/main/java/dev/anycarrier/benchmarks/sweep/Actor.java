package dev.anycarrier.benchmarks.sweep;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread in virtual time. */
final class Actor {

    private final Thread thread;
    private volatile boolean hasTurn;
    private @Nullable WaitingLine line;
    private long until;

    private Actor(final @Nullable Runnable task, final String name) {
        this.thread = task == null ? Thread.currentThread() : new Thread(task, name);
    }

    /** The thread that calls; it has the turn. */
    static Actor here() {
        return new Actor(null, "");
    }

    /** A new thread, which waits for its turn and then does its task. */
    static Actor starting(final String name, final Consumer<Actor> task) {
        final Actor[] self = new Actor[1];
        final Actor actor = new Actor(
                () -> {
                    self[0].awaitTurn();
                    task.accept(self[0]);
                },
                name);
        self[0] = actor;
        actor.thread.setDaemon(true);
        actor.thread.start();
        return actor;
    }

    /** Gives it the turn. */
    void takeTurn() {
        hasTurn = true;
        LockSupport.unpark(thread);
    }

    void awaitTurn() {
        while (!hasTurn) {
            LockSupport.park(this);
        }
        hasTurn = false;
    }

    void waitIn(final WaitingLine newLine, final long newUntil) {
        line = newLine;
        until = newUntil;
        newLine.add(this);
    }

    void leaveLine() {
        if (line != null) {
            line.remove(this);
        }
    }

    /** Until when it waits at most. */
    long until() {
        return until;
    }

    long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
}
