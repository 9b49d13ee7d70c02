package dev.anycarrier.benchmarks.sweep;

import java.util.ArrayDeque;
import java.util.Date;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Those who wait for a condition, in virtual time. The engine waits by nanoseconds and in no other way. */
final class WaitingLine implements Condition {

    private final VirtualTime time;
    private final Queue<Actor> actors = new ArrayDeque<>(1);

    WaitingLine(final VirtualTime time) {
        this.time = time;
    }

    void add(final Actor actor) {
        actors.add(actor);
    }

    void remove(final Actor actor) {
        actors.remove(actor);
    }

    @Override
    public long awaitNanos(final long nanos) {
        return time.block(this, nanos);
    }

    @Override
    public void signal() {
        final Actor called = actors.poll();
        if (called != null) {
            time.call(called);
        }
    }

    @Override
    public void signalAll() {
        for (Actor called = actors.poll(); called != null; called = actors.poll()) {
            time.call(called);
        }
    }

    @Override
    public void await() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean await(final long length, final TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void awaitUninterruptibly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitUntil(final Date deadline) {
        throw new UnsupportedOperationException();
    }
}
