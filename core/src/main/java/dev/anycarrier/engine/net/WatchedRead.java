package dev.anycarrier.engine.net;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one channel, one after the other, as a {@link ReadWatch} sees them. Each ends once: by its own thread, or by
 * the watch. {@link #begin} and {@link #end} are for the thread that reads, all else is for the watch.
 */
final class WatchedRead {

    /** What {@link #endIfDue} says where nobody waits. */
    static final long NOBODY = Long.MAX_VALUE;

    private static final long ENDED_BY_WATCH = -1;

    private final ReadWatch watch;
    private final Runnable close;

    /** Odd while somebody reads. Counted, so that the watch cannot take one read for another. */
    private final AtomicLong turn = new AtomicLong();

    private volatile long until;
    private volatile @Nullable Thread reader;
    private long turnSeen;

    /**
     * Nobody reads yet.
     *
     * @param close ends a read that waits
     */
    WatchedRead(final ReadWatch watch, final Runnable close) {
        this.watch = watch;
        this.close = close;
    }

    /**
     * This thread is about to read, and may wait until then on the monotonic clock.
     *
     * @return false if nobody watches over it
     */
    boolean begin(final long newUntil) {
        until = newUntil;
        reader = Thread.currentThread();
        turn.incrementAndGet();
        if (watch.watchesUntil(newUntil)) {
            return true;
        }
        end();
        return false;
    }

    /** This thread has read, or failed to; false if the watch has ended it, so that nothing more comes from the channel. */
    boolean end() {
        reader = null;
        final long mine = turn.get();
        return mine != ENDED_BY_WATCH && turn.compareAndSet(mine, mine + 1);
    }

    /** Whether somebody reads. */
    boolean isWaiting() {
        return isWaiting(turn.get());
    }

    private static boolean isWaiting(final long turn) {
        return turn != ENDED_BY_WATCH && (turn & 1) == 1;
    }

    /** Whether somebody reads, or has read since this was asked. */
    boolean isInUse() {
        final long before = turnSeen;
        turnSeen = turn.get();
        return isWaiting() || turnSeen != before;
    }

    /**
     * Ends the read if its time is over or its thread was interrupted.
     *
     * @return how long it may wait, or {@link #NOBODY}
     */
    long endIfDue(final long now) {
        final long seen = turn.get();
        if (!isWaiting(seen)) {
            return NOBODY;
        }
        final long left = until - now;
        final Thread thread = reader;
        if (left > 0 && (thread == null || !thread.isInterrupted())) {
            return left;
        }
        if (turn.compareAndSet(seen, ENDED_BY_WATCH)) {
            close.run();
        }
        return NOBODY;
    }
}
