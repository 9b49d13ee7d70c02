package dev.anycarrier.simulation.schedule;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.util.concurrent.locks.Lock;

/** The engine's way to threads of a simulation. */
final class SimulatedThreads implements Threads {

    private final Simulation simulation;
    private final Scheduler scheduler;

    SimulatedThreads(final Simulation simulation, final Scheduler scheduler) {
        this.simulation = simulation;
        this.scheduler = scheduler;
    }

    @Override
    public Lock lock() {
        return new SimulatedLock(scheduler);
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        return simulation.start(name, task);
    }
}
