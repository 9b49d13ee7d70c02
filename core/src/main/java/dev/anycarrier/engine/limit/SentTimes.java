package dev.anycarrier.engine.limit;

/** When requests were sent, oldest first, on the monotonic clock. Grows as needed. Not thread-safe. */
final class SentTimes {

    private static final int FIRST_CAPACITY = 2;
    private static final long[] NONE = {};

    private long[] ring = NONE;
    private int first;
    private int size;

    int size() {
        return size;
    }

    /** The time at a position, 0 being the oldest. */
    long get(final int index) {
        return ring[slot(index)];
    }

    /** Puts a time where it belongs. */
    void add(final long time) {
        if (size == ring.length) {
            grow();
        }
        int index = size++;
        while (index > 0 && get(index - 1) - time > 0) {
            ring[slot(index)] = get(index - 1);
            index--;
        }
        ring[slot(index)] = time;
    }

    /** Takes out one that was added with this time, if there is any. */
    void remove(final long time) {
        int index = size - 1;
        while (index >= 0 && get(index) != time) {
            index--;
        }
        if (index < 0) {
            return;
        }
        for (int i = index; i < size - 1; i++) {
            ring[slot(i)] = get(i + 1);
        }
        size--;
    }

    /** Forgets those that are at least so long ago. */
    void dropOlder(final long age, final long now) {
        while (size > 0 && now - get(0) >= age) {
            first = slot(1);
            size--;
        }
    }

    private int slot(final int index) {
        return (first + index) & (ring.length - 1);
    }

    private void grow() {
        final long[] larger = new long[Math.max(FIRST_CAPACITY, ring.length * 2)];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        first = 0;
    }
}
