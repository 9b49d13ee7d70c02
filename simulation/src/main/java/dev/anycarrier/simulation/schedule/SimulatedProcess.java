package dev.anycarrier.simulation.schedule;

/** Threads that live and die together: those that a first one starts, and those they start. */
public final class SimulatedProcess {

    private final Scheduler scheduler;
    private final String name;

    SimulatedProcess(final Scheduler scheduler, final String name) {
        this.scheduler = scheduler;
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
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
