package dev.anycarrier.testing;

import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock whose conditions wait in leaping time. It is held once at a time, as the engine's locks are. */
final class LeapingLock implements Lock {

    private final LeapingTime time;
    private final ReentrantLock real = new ReentrantLock();

    LeapingLock(final LeapingTime time) {
        this.time = time;
    }

    @Override
    public void lock() {
        real.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        real.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        return real.tryLock();
    }

    @Override
    public boolean tryLock(final long amount, final TimeUnit unit) {
        throw new UnsupportedOperationException("the engine's locks are held briefly");
    }

    @Override
    public void unlock() {
        real.unlock();
        time.letGo();
    }

    @Override
    public Condition newCondition() {
        return new LeapingCondition();
    }

    private final class LeapingCondition implements Condition {

        private final Deque<Wait> waiting = new ArrayDeque<>();

        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (nanos <= 0) {
                return nanos;
            }
            final Wait wait = time.begin(nanos);
            waiting.add(wait);
            real.unlock();
            try {
                time.await(wait);
            } finally {
                real.lock();
                waiting.remove(wait);
            }
            return wait.due() - time.nanoTime();
        }

        @Override
        public void signal() {
            while (!waiting.isEmpty()) {
                final Wait first = waiting.remove();
                if (!first.isOver()) {
                    time.end(first, false);
                    return;
                }
            }
        }

        @Override
        public void signalAll() {
            waiting.forEach(wait -> time.end(wait, false));
            waiting.clear();
        }

        @Override
        public void await() {
            throw new UnsupportedOperationException("the engine waits with a time limit");
        }

        @Override
        public void awaitUninterruptibly() {
            throw new UnsupportedOperationException("the engine waits with a time limit");
        }

        @Override
        public boolean await(final long amount, final TimeUnit unit) {
            throw new UnsupportedOperationException("the engine waits with awaitNanos");
        }

        @Override
        public boolean awaitUntil(final Date deadline) {
            throw new UnsupportedOperationException("the engine waits on the monotonic clock");
        }
    }
}
