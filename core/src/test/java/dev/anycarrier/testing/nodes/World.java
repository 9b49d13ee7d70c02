package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The surroundings of several nodes, in one time that leaps from one thing that happens to the next. Each node has clocks of
 * its own, which only run as fast.
 */
public final class World {

    private static final Duration ONE_LOOK = Duration.ofMillis(1);

    private final Actors actors = new Actors();

    /** How long this world has lasted. */
    public long now() {
        return actors.now();
    }

    /** Plans what is to happen after a while, on a thread of its own. */
    public void in(final Duration wait, final Runnable action) {
        actors.start(action, wait);
    }

    /** Lets time pass. */
    public void pass(final Duration length) {
        final long end = now() + length.toNanos();
        while (end - now() > 0 && !Thread.currentThread().isInterrupted()) {
            actors.waitUntil(end);
        }
    }

    /**
     * A node's surroundings.
     *
     * @param wrong by how much its wall clock is wrong
     */
    public Ports ports(final Duration wrong, final long seed) {
        return new Ports(new NodeTime(wrong, seed), new NodeThreads(), NameResolver.system(), new Random(seed));
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
            return actors.time().instant().plus(wrong);
        }

        @Override
        public long nanoTime() {
            return actors.time().nanoTime() + offset;
        }

        @Override
        public void sleep(final Duration length) throws InterruptedException {
            pass(length);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private final class NodeThreads implements Threads {

        @Override
        public Lock lock() {
            return new NodeLock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            final Actors.Actor actor = actors.start(task, Duration.ZERO);
            return new Worker() {
                @Override
                public void interrupt() {
                    actor.interrupt();
                }

                @Override
                public boolean join(final long deadline) {
                    for (int looks = 0; looks < 1000 && !actor.hasEnded(); looks++) {
                        pass(ONE_LOOK);
                    }
                    return actor.hasEnded();
                }
            };
        }
    }

    private final class NodeLock extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        @Override
        public Condition newCondition() {
            return new NodeCondition(this);
        }
    }

    private final class NodeCondition implements Condition {

        private final Lock lock;
        private final Queue<Actors.Actor> waiting = new ArrayDeque<>();

        NodeCondition(final Lock lock) {
            this.lock = lock;
        }

        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            final long end = now() + nanos;
            final Actors.Actor self = actors.current();
            waiting.add(self);
            lock.unlock();
            try {
                actors.waitUntil(end);
            } finally {
                lock.lock();
                waiting.remove(self);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return end - now();
        }

        @Override
        public void signal() {
            final Actors.Actor first = waiting.poll();
            if (first != null) {
                actors.wake(first);
            }
        }

        @Override
        public void signalAll() {
            waiting.forEach(actors::wake);
            waiting.clear();
        }

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
