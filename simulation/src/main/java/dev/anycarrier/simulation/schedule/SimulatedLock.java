package dev.anycarrier.simulation.schedule;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A reentrant lock, as {@link java.util.concurrent.locks.ReentrantLock}, in virtual time. */
final class SimulatedLock implements Lock {

    /** Stands for a thread outside the simulation, which runs before or after it. */
    private static final Object OUTSIDE = new Object();

    private final Scheduler scheduler;
    private @Nullable Object owner;
    private int holds;
    private int waiters;

    SimulatedLock(final Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void lock() {
        scheduler.yieldNow();
        acquire(1);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        scheduler.yieldNow();
        scheduler.throwIfInterrupted();
        while (isTaken()) {
            await(Waiting.forever(this, "lock", true));
            scheduler.throwIfInterrupted();
        }
        take(1);
    }

    @Override
    public boolean tryLock() {
        scheduler.yieldNow();
        if (isTaken()) {
            return false;
        }
        take(1);
        return true;
    }

    @Override
    public boolean tryLock(final long timeout, final TimeUnit unit) throws InterruptedException {
        final long deadline = scheduler.now() + unit.toNanos(timeout);
        scheduler.yieldNow();
        scheduler.throwIfInterrupted();
        while (isTaken()) {
            if (deadline - scheduler.now() <= 0) {
                return false;
            }
            await(Waiting.until(this, "lock", deadline));
            scheduler.throwIfInterrupted();
        }
        take(1);
        return true;
    }

    @Override
    public void unlock() {
        if (isDying()) {
            return;
        }
        requireOwned();
        if (--holds == 0) {
            free();
        }
    }

    @Override
    public Condition newCondition() {
        return new SimulatedCondition(scheduler, this);
    }

    /** Takes it as soon as it is free, whatever interrupts. */
    void acquire(final int times) {
        while (isTaken()) {
            await(Waiting.forever(this, "lock", false));
        }
        take(times);
    }

    /** Lets go of it altogether. */
    int releaseAll() {
        requireOwned();
        final int held = holds;
        holds = 0;
        free();
        return held;
    }

    /** A killed thread may run its finally blocks, and nothing it does there counts. */
    boolean isDying() {
        final SimulatedThread thread = scheduler.current();
        return thread != null && thread.isKilled();
    }

    void requireOwned() {
        if (holds == 0 || owner != me()) {
            throw new IllegalMonitorStateException();
        }
    }

    private void await(final Waiting reason) {
        waiters++;
        try {
            scheduler.block(reason);
        } finally {
            waiters--;
        }
    }

    private void take(final int times) {
        owner = me();
        holds += times;
    }

    private void free() {
        owner = null;
        if (waiters > 0) {
            scheduler.wakeAll(this);
        }
    }

    private boolean isTaken() {
        return owner != null && owner != me();
    }

    private Object me() {
        final SimulatedThread thread = scheduler.current();
        return thread == null ? OUTSIDE : thread;
    }
}
