package dev.anycarrier.engine.sweep;

import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import java.util.Arrays;

/**
 * Remembers the last {@value #REMEMBERED} different SIMs in about a megabyte, and fewer in less: as two 64-bit words each, which hold an ICCID
 * exactly and of any other identifier 128 bits of hash. Not thread-safe.
 */
final class RecentSims {

    /** How many are remembered. */
    static final int REMEMBERED = 50_000;

    private static final int SMALLEST = 512;
    private static final int NONE = -1;
    private static final int EXACT_DIGITS = 18;
    private static final long MIX_ONE = 0xff51afd7ed558ccdL;
    private static final long MIX_TWO = 0xc4ceb9fe1a85ec53L;

    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] slots = freeSlots(SMALLEST);
    private int next;
    private int size;

    /** Adds a SIM; false if it is among those remembered. */
    boolean add(final SimId sim) {
        final String value = sim.value();
        final long upper = sim instanceof Iccid ? leading(value) : hash(value, MIX_ONE);
        final long lower = sim instanceof Iccid ? trailing(value) : hash(value, MIX_TWO);
        int slot = home(upper, lower);
        while (slots[slot] != NONE) {
            if (high[slots[slot]] == upper && low[slots[slot]] == lower) {
                return false;
            }
            slot = after(slot);
        }
        if (size == REMEMBERED) {
            forget(next);
            slot = free(home(upper, lower));
        } else {
            if (size == high.length) {
                grow();
                slot = free(home(upper, lower));
            }
            size++;
        }
        high[next] = upper;
        low[next] = lower;
        slots[slot] = next;
        next = (next + 1) % REMEMBERED;
        return true;
    }

    /** To twice the room, while nothing has been forgotten yet. */
    private void grow() {
        final int room = Math.min(REMEMBERED, 2 * high.length);
        high = Arrays.copyOf(high, room);
        low = Arrays.copyOf(low, room);
        slots = freeSlots(room);
        for (int index = 0; index < size; index++) {
            slots[free(home(high[index], low[index]))] = index;
        }
    }

    /** At least twice as many as there can be SIMs in them. */
    private static int[] freeSlots(final int sims) {
        final int[] free = new int[2 * Integer.highestOneBit(2 * sims - 1)];
        Arrays.fill(free, NONE);
        return free;
    }

    private void forget(final int index) {
        int gap = home(high[index], low[index]);
        while (slots[gap] != index) {
            gap = after(gap);
        }
        for (int slot = after(gap); slots[slot] != NONE; slot = after(slot)) {
            final int home = home(high[slots[slot]], low[slots[slot]]);
            // What stands behind the gap moves into it, unless its search begins behind the gap too.
            if (((slot - home) & (slots.length - 1)) >= ((slot - gap) & (slots.length - 1))) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = NONE;
    }

    private int free(final int from) {
        int slot = from;
        while (slots[slot] != NONE) {
            slot = after(slot);
        }
        return slot;
    }

    private int after(final int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private int home(final long upper, final long lower) {
        final long mixed = ((upper * MIX_ONE) ^ lower) * MIX_TWO;
        return (int) (mixed >>> 40) & (slots.length - 1);
    }

    /** The digits before the last eighteen, behind the number of digits, since leading zeros count. */
    private static long leading(final String digits) {
        final int end = Math.max(0, digits.length() - EXACT_DIGITS);
        long number = digits.length();
        for (int i = 0; i < end; i++) {
            number = 10 * number + digits.charAt(i) - '0';
        }
        return number;
    }

    private static long trailing(final String digits) {
        long number = 0;
        for (int i = Math.max(0, digits.length() - EXACT_DIGITS); i < digits.length(); i++) {
            number = 10 * number + digits.charAt(i) - '0';
        }
        return number;
    }

    private static long hash(final String text, final long seed) {
        long hash = seed ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MIX_ONE;
            hash ^= hash >>> 32;
        }
        hash *= MIX_TWO;
        // Negative, as the words of no ICCID are.
        return (hash ^ (hash >>> 29)) | Long.MIN_VALUE;
    }
}
