package dev.anycarrier.simulation.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A condition of a {@link SimulatedLock}: signals go to those who have waited longest. */
// Whoever calls these loops.
@SuppressWarnings("WaitNotInLoop")
final class SimulatedCondition implements Condition {

    private final Scheduler scheduler;
    private final SimulatedLock lock;
    private final Deque<Waiter> waiters = new ArrayDeque<>();

    SimulatedCondition(final Scheduler scheduler, final SimulatedLock lock) {
        this.scheduler = scheduler;
        this.lock = lock;
    }

    @Override
    public void await() throws InterruptedException {
        lock.requireOwned();
        scheduler.throwIfInterrupted();
        final Waiter waiter = new Waiter(scheduler.current());
        wait(waiter, Waiting.forever(waiter, "signal", true));
        throwIfInterrupted(waiter);
    }

    @Override
    public void awaitUninterruptibly() {
        lock.requireOwned();
        final Waiter waiter = new Waiter(scheduler.current());
        wait(waiter, Waiting.forever(waiter, "signal", false));
    }

    @Override
    public long awaitNanos(final long nanos) throws InterruptedException {
        lock.requireOwned();
        scheduler.throwIfInterrupted();
        final long deadline = scheduler.now() + nanos;
        final Waiter waiter = new Waiter(scheduler.current());
        wait(waiter, Waiting.until(waiter, "signal", deadline));
        throwIfInterrupted(waiter);
        return deadline - scheduler.now();
    }

    @Override
    public boolean await(final long timeout, final TimeUnit unit) throws InterruptedException {
        return awaitNanos(unit.toNanos(timeout)) > 0;
    }

    @Override
    public boolean awaitUntil(final Date deadline) throws InterruptedException {
        return awaitNanos(Duration.between(scheduler.time().instant(), deadline.toInstant())
                        .toNanos())
                > 0;
    }

    @Override
    public void signal() {
        if (lock.isDying()) {
            return;
        }
        lock.requireOwned();
        final Waiter first = waiters.pollFirst();
        if (first != null) {
            first.signal();
        }
    }

    @Override
    public void signalAll() {
        if (lock.isDying()) {
            return;
        }
        lock.requireOwned();
        waiters.forEach(Waiter::signal);
        waiters.clear();
    }

    private void wait(final Waiter waiter, final Waiting reason) {
        waiters.addLast(waiter);
        final int holds = lock.releaseAll();
        try {
            if (!reason.timed() || reason.deadline() - scheduler.now() > 0) {
                scheduler.block(reason);
            }
        } finally {
            waiters.remove(waiter);
        }
        lock.acquire(holds);
    }

    private void throwIfInterrupted(final Waiter waiter) throws InterruptedException {
        if (!waiter.signalled) {
            scheduler.throwIfInterrupted();
        }
    }

    private static final class Waiter {

        private final @Nullable SimulatedThread thread;
        private boolean signalled;

        Waiter(final @Nullable SimulatedThread thread) {
            this.thread = thread;
        }

        void signal() {
            signalled = true;
            if (thread != null) {
                thread.wake();
            }
        }
    }
}
