package dev.anycarrier.simulation.schedule;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A real thread that runs one simulated thread after the other. */
final class Carrier implements Runnable {

    private static final ConcurrentLinkedDeque<Carrier> IDLE = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Thread thread;
    private volatile @Nullable SimulatedThread assigned;
    private volatile boolean ending;

    private Carrier() {
        thread = new Thread(this, "simulation-" + STARTED.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Carrier.class.getClassLoader());
    }

    /** One that is idle, or a new one. */
    static Carrier take() {
        final Carrier idle = IDLE.pollFirst();
        if (idle != null) {
            return idle;
        }
        final Carrier started = new Carrier();
        started.thread.start();
        return started;
    }

    /** Ends those that are idle, for when their classes are to be unloaded. */
    static void endIdle() {
        for (Carrier idle = IDLE.pollFirst(); idle != null; idle = IDLE.pollFirst()) {
            idle.ending = true;
            LockSupport.unpark(idle.thread);
        }
    }

    Thread thread() {
        return thread;
    }

    void assign(final SimulatedThread task) {
        assigned = task;
        LockSupport.unpark(thread);
    }

    /** From now on it may be taken, even if it has a few steps to go before it looks for its next task. */
    void release() {
        IDLE.addFirst(this);
    }

    @Override
    public void run() {
        while (!ending) {
            final SimulatedThread task = assigned;
            if (task == null) {
                LockSupport.park(this);
            } else {
                assigned = null;
                task.runOn(this);
            }
        }
    }
}
