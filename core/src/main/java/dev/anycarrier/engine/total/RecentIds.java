package dev.anycarrier.engine.total;

import dev.anycarrier.engine.RecentKeys;
import java.util.Arrays;

/**
 * The last {@value RecentKeys#REMEMBERED} identifiers of records, each as a hash of 128 bits, so that a record which is
 * listed again is not counted again. Not thread-safe.
 */
final class RecentIds {

    private static final int SLOTS = Integer.highestOneBit(RecentKeys.REMEMBERED) * 4;
    private static final int FIRST = 1024;

    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    private final int[] slots = new int[SLOTS];
    private int next;
    private int size;

    /** Whether it is not among them; it is from now on. */
    boolean add(final long newHigh, final long newLow) {
        int slot = home(newLow);
        while (slots[slot] != 0) {
            final int known = slots[slot] - 1;
            if (high[known] == newHigh && low[known] == newLow) {
                return false;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (size == RecentKeys.REMEMBERED) {
            forget(next);
            slot = free(newLow);
        } else {
            size++;
            grow();
        }
        high[next] = newHigh;
        low[next] = newLow;
        slots[slot] = next + 1;
        next = next + 1 == RecentKeys.REMEMBERED ? 0 : next + 1;
        return true;
    }

    private void grow() {
        if (size > high.length) {
            final int larger = Math.min(2 * high.length, RecentKeys.REMEMBERED);
            high = Arrays.copyOf(high, larger);
            low = Arrays.copyOf(low, larger);
        }
    }

    /** Takes the oldest out, and closes the gap that it leaves among those that had to step aside. */
    private void forget(final int oldest) {
        int gap = home(low[oldest]);
        while (slots[gap] != oldest + 1) {
            gap = (gap + 1) & (SLOTS - 1);
        }
        for (int slot = (gap + 1) & (SLOTS - 1); slots[slot] != 0; slot = (slot + 1) & (SLOTS - 1)) {
            final int home = home(low[slots[slot] - 1]);
            if (((slot - home) & (SLOTS - 1)) >= ((slot - gap) & (SLOTS - 1))) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = 0;
    }

    private int free(final long newLow) {
        int slot = home(newLow);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static int home(final long newLow) {
        return (int) newLow & (SLOTS - 1);
    }
}
