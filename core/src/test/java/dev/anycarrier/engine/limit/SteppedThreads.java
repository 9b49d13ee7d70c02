package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.TimedCondition;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting in one thread: it makes time pass, and what was planned for that time happens meanwhile. */
final class SteppedThreads implements Threads {

    private final ManualTime time;
    private final long origin;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));

    SteppedThreads(final ManualTime time) {
        this.time = time;
        this.origin = time.nanoTime();
    }

    private record Event(long at, Runnable action) {}

    void in(final Duration fromNow, final Runnable action) {
        events.add(new Event(sinceOrigin() + fromNow.toNanos(), action));
    }

    private long sinceOrigin() {
        return time.nanoTime() - origin;
    }

    @Override
    public Lock lock() {
        return new SteppedLock();
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("serial")
    private final class SteppedLock extends ReentrantLock {
        @Override
        public Condition newCondition() {
            return new SteppedCondition(this);
        }
    }

    private final class SteppedCondition extends TimedCondition {
        private final ReentrantLock lock;

        SteppedCondition(final ReentrantLock lock) {
            this.lock = lock;
        }

        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            lock.unlock();
            try {
                final long end = sinceOrigin() + nanos;
                final Event next = events.peek();
                if (next != null && next.at <= end) {
                    events.remove();
                    time.advance(Duration.ofNanos(Math.max(0, next.at - sinceOrigin())));
                    next.action.run();
                } else {
                    time.advance(Duration.ofNanos(nanos));
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return end - sinceOrigin();
            } finally {
                lock.lock();
            }
        }

        @Override
        public void signal() {}

        @Override
        public void signalAll() {}
    }
}
