package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Threads;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A bounded queue from several producers to one consumer. While items come one after the other the consumer takes them
 * several at a time, each a little later: to be woken for every one costs it more than what it does with them. Thread-safe.
 *
 * @param <T> what is handed over
 */
final class HandOver<T> {

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    /** How long an item lies at most before it is taken, unless the consumer is busy. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** With so many the consumer is woken at once, or where fewer have room, with as many as those. */
    private static final int ENOUGH = 16;

    private final int capacity;
    private final int enough;
    private final Lock lock;
    private final Condition room;
    private final Condition items;
    private final Queue<T> queue = new ArrayDeque<>();
    private int producers;
    private boolean closed;
    private boolean flowing;
    private boolean gathering;
    private boolean called;

    HandOver(final Threads threads, final int capacity) {
        this.capacity = capacity;
        this.enough = Math.min(ENOUGH, capacity);
        this.lock = threads.lock();
        this.room = lock.newCondition();
        this.items = lock.newCondition();
    }

    /** Waits for room and adds the item; false if it was closed instead. An interruption alone does not end the wait. */
    boolean put(final T item) {
        lock.lock();
        try {
            while (!closed && queue.size() >= capacity) {
                awaitRoom();
            }
            if (closed) {
                return false;
            }
            queue.add(item);
            if (!gathering || queue.size() >= enough) {
                items.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an item; empty if the time is over first, the consumer is called, or there will be none. */
    Optional<T> take(final long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = gather(waitNanos);
            while (queue.isEmpty() && !over() && !called && left > 0) {
                left = items.awaitNanos(left);
            }
            called = false;
            flowing = !queue.isEmpty();
            final Optional<T> item = closed ? Optional.empty() : Optional.ofNullable(queue.poll());
            room.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    /** Makes a waiting consumer look around. */
    void call() {
        lock.lock();
        try {
            called = true;
            items.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether every producer has ended and everything has been taken, or it was closed. */
    boolean isOver() {
        lock.lock();
        try {
            return over();
        } finally {
            lock.unlock();
        }
    }

    /** So many producers there are from here on; none before. */
    void expect(final int newProducers) {
        lock.lock();
        try {
            producers = newProducers;
        } finally {
            lock.unlock();
        }
    }

    /** One producer fewer. */
    void producerEnded() {
        lock.lock();
        try {
            producers--;
            items.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what is queued and lets nobody wait any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
            room.signalAll();
            items.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment if the last item is followed by none yet, and tells what is left of the whole time. */
    private long gather(final long waitNanos) throws InterruptedException {
        final long moment = Math.min(waitNanos, GATHERING_NANOS);
        long left = moment;
        gathering = flowing;
        try {
            while (gathering && queue.isEmpty() && !over() && !called && left > 0) {
                left = items.awaitNanos(left);
            }
        } finally {
            gathering = false;
        }
        return waitNanos - moment + left;
    }

    private boolean over() {
        return closed || (producers == 0 && queue.isEmpty());
    }

    /** For use in a loop. */
    @SuppressWarnings("WaitNotInLoop")
    private void awaitRoom() {
        try {
            final long left = room.awaitNanos(LONG_NANOS);
            assert left <= LONG_NANOS;
        } catch (final InterruptedException e) {
            // Meant for the question that this thread asked before: the outcome of it is not to be lost.
            return;
        }
    }
}
