package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Ends reads whose time is over, or whose thread was interrupted, by closing their channels. So they can wait without a
 * timeout of their own, which takes four calls to the system on a platform thread, and on a virtual one wakes a thread of the JDK
 * when it is set and when it is dropped. One for all connections of an embedder; it has a thread as long as they are read. Thread-safe.
 */
public final class ReadWatch {

    // In JDK 17, Thread.interrupt() looks for a channel to close before it sets the flag, and so misses a thread
    // that begins to read in between: it would wait to the end of its time.
    static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int IDLE_LOOKS = 2;

    private final Threads threads;
    private final TimeSource time;
    private final Set<WatchedRead> reads = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Lock lock;
    private final Condition changed;

    /** Under the lock: to look at once. */
    private boolean hurried;

    /** When it looks again at the latest. Set before it looks, so that whoever begins to read meanwhile is seen, or sees it. */
    private volatile long nextLook;

    /** Watches over nobody yet. */
    public ReadWatch(final Threads threads, final TimeSource time) {
        this.threads = threads;
        this.time = time;
        this.lock = threads.lock();
        this.changed = lock.newCondition();
        this.nextLook = time.nanoTime();
    }

    /** The reads of a channel are to be watched. */
    void add(final WatchedRead read) {
        reads.add(read);
    }

    /** The channel is closed. */
    void remove(final WatchedRead read) {
        if (reads.remove(read) && reads.isEmpty() && running.get()) {
            hurry();
        }
    }

    /**
     * A read has begun, and may wait until then on the monotonic clock.
     *
     * @return false if there is no thread to be had that watches over it, or only one that calls may need
     */
    boolean watchesUntil(final long until) {
        if (!threads.areUnlimited()) {
            return false;
        }
        if (!running.get() && running.compareAndSet(false, true)) {
            return start();
        }
        if (until - nextLook < 0) {
            hurry();
        }
        return true;
    }

    private boolean start() {
        boolean started = false;
        try {
            threads.start("anycarrier reads", this::watch);
            started = true;
        } catch (final RejectedExecutionException e) {
            // Then the read has a timeout of its own.
        } finally {
            if (!started) {
                running.set(false);
            }
        }
        return started;
    }

    private void hurry() {
        lock.lock();
        try {
            hurried = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        boolean over = false;
        try {
            look();
            over = true;
        } finally {
            if (!over) {
                // The next read starts another thread.
                running.set(false);
            }
        }
    }

    private void look() {
        int idleLooks = 0;
        while (true) {
            final long now = time.nanoTime();
            nextLook = now + LONGEST_PAUSE_NANOS;
            boolean inUse = false;
            long left = LONGEST_PAUSE_NANOS;
            for (final WatchedRead read : reads) {
                inUse |= read.isInUse();
                left = Math.min(left, read.endIfDue(now));
            }
            idleLooks = inUse ? 0 : idleLooks + 1;
            if ((idleLooks == IDLE_LOOKS || reads.isEmpty()) && ends()) {
                return;
            }
            nextLook = now + left;
            pause(left);
        }
    }

    /** Whether it does not go on: nobody waits, or somebody has started another thread. */
    private boolean ends() {
        running.set(false);
        return reads.stream().noneMatch(WatchedRead::isWaiting) || !running.compareAndSet(false, true);
    }

    /** For use in a loop. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause(final long nanos) {
        lock.lock();
        try {
            if (!hurried) {
                final long left = changed.awaitNanos(nanos);
                assert left <= nanos;
            }
            hurried = false;
        } catch (final InterruptedException e) {
            // Nobody means this thread: it looks, and goes on.
            return;
        } finally {
            lock.unlock();
        }
    }
}
