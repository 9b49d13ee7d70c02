package dev.anycarrier.simulation.schedule;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Threads that live and die together: those that a first one starts, and those they start. */
public final class SimulatedProcess {

    private final Scheduler scheduler;
    private final String name;
    private @Nullable SimulatedThread first;

    SimulatedProcess(final Scheduler scheduler, final String name) {
        this.scheduler = scheduler;
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its first thread. */
    public SimulatedThread first() {
        return Objects.requireNonNull(first, "a process has a first thread");
    }

    void begin(final SimulatedThread thread) {
        first = thread;
    }

    /** Starts one more thread of it; called from any process. */
    public SimulatedThread start(final String threadName, final Runnable task) {
        final SimulatedThread thread = scheduler.add(threadName, task, this);
        scheduler.yieldNow();
        return thread;
    }

    /**
     * Ends all its threads where they stand; nothing that they do on the way out reaches a port. Called from another
     * process.
     */
    public void kill() {
        scheduler.kill(this);
    }

    /** How many of its threads have not ended. */
    public int threads() {
        return scheduler.threads(this).size();
    }
}
