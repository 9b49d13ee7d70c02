package dev.anycarrier.engine.limit;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The refusals (429) in a row of one budget, and how long to hold back for them. Not thread-safe. */
final class Refusals {

    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    /** With the largest jitter it becomes 15 minutes. */
    private static final long LARGEST = Duration.ofMinutes(10).toNanos();

    private static final int ENOUGH_DOUBLINGS = 10;
    private static final long REMEMBERED = Duration.ofMinutes(15).toNanos();

    private int inARow;
    private long last;

    /**
     * One more. Those that were sent before the last one came belong to it: many at once are no reason to wait longer.
     *
     * @param sentAt when the refused request was sent
     */
    void add(final long sentAt, final long now) {
        if (inARow == 0 || sentAt - last >= 0) {
            inARow++;
        }
        last = now;
    }

    /** Something else was answered to a request sent then. */
    void end(final long sentAt) {
        if (inARow > 0 && sentAt - last >= 0) {
            inARow = 0;
        }
    }

    /** How long to hold back: doubled with each refusal, and up to a half more by chance. */
    long backoff(final RandomGenerator random) {
        final int doublings = Math.max(0, Math.min(inARow - 1, ENOUGH_DOUBLINGS));
        final long base = Math.min(LARGEST, FIRST << doublings);
        return base + random.nextLong(base / 2 + 1);
    }

    boolean isNone() {
        return inARow == 0;
    }

    /** Whether they no longer matter, nor the hold. */
    boolean isOver(final long heldUntil, final long now) {
        return isNone() ? now - heldUntil >= 0 : now - heldUntil >= REMEMBERED;
    }
}
