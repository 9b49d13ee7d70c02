package dev.anycarrier.engine.sweep;

import java.util.BitSet;
import java.util.function.BiConsumer;

/**
 * Which positions of one lane need not be come back to: all before some position, and single ones beyond it, a bit for
 * each. Not thread-safe.
 */
final class Acknowledged {

    private static final int SHIFT_AT = 1 << 16;

    private long before;
    private BitSet beyond = new BitSet();
    private long base;

    /** Whether the position is among them. */
    boolean contains(final long position) {
        return position < before || (position - base <= Integer.MAX_VALUE && beyond.get((int) (position - base)));
    }

    /** Whether {@link #add} has room for the positions up to this one. */
    boolean hasRoom(final long to) {
        return to - base <= Integer.MAX_VALUE;
    }

    /** Adds the positions from the first (inclusive) to the second (exclusive). */
    void add(final long from, final long to) {
        if (from <= before) {
            before = Math.max(before, to);
        } else {
            beyond.set((int) (from - base), (int) (to - base));
        }
        if (before - base >= SHIFT_AT) {
            shift();
        }
    }

    /** Every range, in ascending order. */
    void ranges(final BiConsumer<Long, Long> action) {
        if (before > 0) {
            action.accept(0L, before);
        }
        int from = beyond.nextSetBit((int) (before - base));
        while (from >= 0) {
            final int to = beyond.nextClearBit(from);
            action.accept(base + from, base + to);
            from = beyond.nextSetBit(to);
        }
    }

    /** The same positions, apart from these. */
    Acknowledged copy() {
        final Acknowledged copy = new Acknowledged();
        copy.before = before;
        copy.beyond = (BitSet) beyond.clone();
        copy.base = base;
        return copy;
    }

    private void shift() {
        final long gone = before - base;
        beyond = gone >= beyond.length() ? new BitSet() : beyond.get((int) gone, beyond.length());
        base = before;
    }
}
