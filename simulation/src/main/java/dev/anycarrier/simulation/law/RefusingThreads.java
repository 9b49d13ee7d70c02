package dev.anycarrier.simulation.law;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.FaultListener;
import dev.anycarrier.simulation.fleet.Faults;
import dev.anycarrier.simulation.schedule.VirtualTime;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;

/** Threads of which now and then none is to be had. */
record RefusingThreads(Threads threads, VirtualTime time, Faults faults, FaultListener listener) implements Threads {

    @Override
    public Lock lock() {
        return threads.lock();
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        final Optional<Fault> refusing = faults.on(FaultKind.NO_THREADS, time.elapsed());
        if (refusing.isPresent()) {
            listener.hit(refusing.get(), Optional.empty());
            throw new RejectedExecutionException("no thread is to be had");
        }
        return threads.start(name, task);
    }
}
