package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Several nodes in one thread: whoever waits makes time pass for all, and what was planned for that time happens meanwhile, in
 * the order of its time. Each node has clocks of its own, which only run as fast.
 */
public final class World {

    private final ManualTime time = new ManualTime();
    private final long origin = time.nanoTime();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long planned;

    private record Event(long at, long number, Runnable action) {}

    /** How long this world has lasted. */
    public long now() {
        return time.nanoTime() - origin;
    }

    /** Plans what is to happen after a while, as soon as somebody waits that long. */
    public void in(final Duration wait, final Runnable action) {
        events.add(new Event(now() + wait.toNanos(), planned++, action));
    }

    /** Lets time pass. */
    public void pass(final Duration length) {
        final long end = now() + length.toNanos();
        while (!events.isEmpty() && events.element().at <= end) {
            final Event next = events.remove();
            time.advance(Duration.ofNanos(Math.max(0, next.at - now())));
            next.action.run();
        }
        time.advance(Duration.ofNanos(Math.max(0, end - now())));
    }

    /**
     * A node's surroundings.
     *
     * @param wrong by how much its wall clock is wrong
     */
    public Ports ports(final Duration wrong, final long seed) {
        return new Ports(new NodeTime(wrong, seed), new OneThread(), NameResolver.system(), new Random(seed));
    }

    private final class NodeTime implements TimeSource {

        private final Duration wrong;
        private final long offset;

        NodeTime(final Duration wrong, final long seed) {
            this.wrong = wrong;
            this.offset = new Random(seed).nextLong();
        }

        @Override
        public Instant instant() {
            return time.instant().plus(wrong);
        }

        @Override
        public long nanoTime() {
            return time.nanoTime() + offset;
        }

        @Override
        public void sleep(final Duration length) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pass(length);
        }
    }

    private final class OneThread implements Threads {

        @Override
        public Lock lock() {
            return new PassingLock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            task.run();
            return new Worker() {
                @Override
                public void interrupt() {}

                @Override
                public boolean join(final long deadline) {
                    return true;
                }
            };
        }
    }

    private final class PassingLock extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        @Override
        public Condition newCondition() {
            return new PassingCondition(this);
        }
    }

    private final class PassingCondition implements Condition {

        private final Lock lock;

        PassingCondition(final Lock lock) {
            this.lock = lock;
        }

        /** Lasts until the next thing that was planned at most, since that may be what is waited for. */
        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            final long end = now() + nanos;
            lock.unlock();
            try {
                final long until = events.isEmpty() ? end : Math.min(end, events.element().at);
                pass(Duration.ofNanos(Math.max(0, until - now())));
            } finally {
                lock.lock();
            }
            return end - now();
        }

        @Override
        public void signal() {}

        @Override
        public void signalAll() {}

        @Override
        public void await() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void awaitUninterruptibly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean await(final long length, final TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitUntil(final Date deadline) {
            throw new UnsupportedOperationException();
        }
    }
}
