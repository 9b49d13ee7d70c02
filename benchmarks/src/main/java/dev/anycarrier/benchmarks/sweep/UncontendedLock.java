package dev.anycarrier.benchmarks.sweep;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A lock that is always free, since threads run one at a time and nobody waits while holding another one. */
final class UncontendedLock implements Lock {

    private final VirtualTime time;

    UncontendedLock(final VirtualTime time) {
        this.time = time;
    }

    @Override
    public void lock() {}

    @Override
    public void lockInterruptibly() {}

    @Override
    public boolean tryLock() {
        return true;
    }

    @Override
    public boolean tryLock(final long length, final TimeUnit unit) {
        return true;
    }

    @Override
    public void unlock() {}

    @Override
    public Condition newCondition() {
        return new WaitingLine(time);
    }
}
