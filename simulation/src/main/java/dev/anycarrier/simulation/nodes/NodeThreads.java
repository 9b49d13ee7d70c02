package dev.anycarrier.simulation.nodes;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.util.concurrent.locks.Lock;

/**
 * Threads of one node.
 *
 * @param threads those of the simulation
 * @param time the node's own
 */
record NodeThreads(Threads threads, NodeTime time) implements Threads {

    @Override
    public Lock lock() {
        return threads.lock();
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        return new NodeWorker(threads.start(name, task), time);
    }

    private record NodeWorker(Worker worker, NodeTime time) implements Worker {

        @Override
        public void interrupt() {
            worker.interrupt();
        }

        @Override
        public boolean join(final long deadline) throws InterruptedException {
            return worker.join(time.outside(deadline));
        }
    }
}
