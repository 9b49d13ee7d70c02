package dev.anycarrier.testing;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Real threads whose waits take place in leaping time. */
final class LeapingThreads implements Threads {

    private final LeapingTime time;
    private final Threads real = Threads.system();

    LeapingThreads(final LeapingTime time) {
        this.time = time;
    }

    @Override
    public Lock lock() {
        return new LeapingLock(time);
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        final LeapingWorker worker = new LeapingWorker(task);
        time.start(() -> real.start(name, worker));
        return worker;
    }

    private final class LeapingWorker implements Runnable, Worker {

        private final Runnable task;
        private final ReentrantLock lock = new ReentrantLock();
        private final List<Wait> joining = new ArrayList<>();
        private @Nullable Participant participant;
        private boolean interrupted;
        private boolean ended;

        LeapingWorker(final Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            final Participant itself = time.begins();
            lock.lock();
            try {
                participant = itself;
                if (interrupted) {
                    itself.thread().interrupt();
                }
            } finally {
                lock.unlock();
            }
            try {
                task.run();
            } finally {
                end(itself);
            }
        }

        private void end(final Participant itself) {
            final List<Wait> waiting;
            lock.lock();
            try {
                participant = null;
                ended = true;
                waiting = List.copyOf(joining);
            } finally {
                lock.unlock();
            }
            time.ends(itself, () -> waiting.forEach(wait -> time.end(wait, false)));
        }

        @Override
        public void interrupt() {
            lock.lock();
            try {
                interrupted = true;
                if (participant != null) {
                    time.interrupt(participant);
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean join(final long deadline) throws InterruptedException {
            final Wait wait;
            lock.lock();
            try {
                if (ended || deadline - time.nanoTime() <= 0) {
                    return ended;
                }
                wait = time.begin(deadline - time.nanoTime());
                joining.add(wait);
            } finally {
                lock.unlock();
            }
            try {
                time.await(wait);
            } finally {
                time.letGo();
            }
            return hasEnded();
        }

        private boolean hasEnded() {
            lock.lock();
            try {
                return ended;
            } finally {
                lock.unlock();
            }
        }
    }
}
