package dev.anycarrier.engine.sweep;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How far one lane is, as a step machine: which of its SIMs it has taken from the input, which of these have ended, and
 * before which position all have. Bounded: no more than {@link #WINDOW} SIMs, and {@link #SPAN} positions, are between the
 * first that has not ended and the last that was taken. Not thread-safe.
 */
final class SweepCursor {

    /** How many SIMs may be taken beyond the first that has not ended. */
    static final int WINDOW = 1 << 17;

    /** How many positions of the input may lie between them. */
    static final long SPAN = 1L << 24;

    private static final int SMALLEST = 1 << 10;

    private long[] positions = new long[SMALLEST];
    private final BitSet ended = new BitSet();
    private long head;
    private long tail;
    private long outstanding;
    private long after;
    private long kept = Long.MAX_VALUE;

    /** Whether another SIM may be taken now. */
    boolean hasRoom() {
        return tail - head < WINDOW && (tail == head || after - positions[slot(head)] < SPAN);
    }

    /**
     * Takes the SIM at a position of the input, each further down than the one before.
     *
     * @return its number in this lane, for {@link #end}
     */
    long take(final long position) {
        if (tail - head == positions.length) {
            grow();
        }
        positions[slot(tail)] = position;
        after = position + 1;
        outstanding++;
        return tail++;
    }

    /**
     * A SIM that was taken has ended.
     *
     * @param recorded whether it need not be come back to; {@link #recordedBefore()} never passes one that must
     */
    void end(final long number, final boolean recorded) {
        if (number < head || number >= tail || ended.get(slot(number))) {
            throw new IllegalStateException("number " + number + " is not under way");
        }
        if (!recorded) {
            kept = Math.min(kept, positions[slot(number)]);
        }
        ended.set(slot(number));
        outstanding--;
        while (head < tail && ended.get(slot(head))) {
            ended.clear(slot(head));
            head++;
        }
    }

    /** Every SIM of this lane at a lower position has ended and need not be come back to. */
    long recordedBefore() {
        return Math.min(kept, head == tail ? after : positions[slot(head)]);
    }

    /** How many were taken and have not ended. */
    long outstanding() {
        return outstanding;
    }

    /** How many were taken. */
    long taken() {
        return tail;
    }

    private int slot(final long number) {
        return (int) (number & (positions.length - 1));
    }

    private void grow() {
        final long[] old = positions;
        final BitSet oldEnded = (BitSet) ended.clone();
        positions = Arrays.copyOf(old, 2 * old.length);
        ended.clear();
        for (long number = head; number < tail; number++) {
            final int oldSlot = (int) (number & (old.length - 1));
            positions[slot(number)] = old[oldSlot];
            ended.set(slot(number), oldEnded.get(oldSlot));
        }
    }
}
