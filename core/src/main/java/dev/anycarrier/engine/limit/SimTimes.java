package dev.anycarrier.engine.limit;

/**
 * A time for each key, as a table of no more than 26 bytes a key once there are many. Key and time lie side by side, and in
 * the order of the keys as far as possible: a look touches one place of the memory, a move to another table passes both
 * from end to end. Not thread-safe.
 */
final class SimTimes {

    private static final int SMALLEST = 256;
    private static final int ENTRY = 2;
    private static final int HALF_KEY = 32;
    private static final double FULL = 0.75;
    private static final double FILLED_ANEW = 0.625;

    /** As long as there are few, moving them costs more than the room. */
    private static final double FEW_FILLED_ANEW = 0.25;

    private static final int FEW = 4_096;

    /** Key, time, key, time and so on; the key 0 marks a place that is free. */
    private long[] table = new long[ENTRY * SMALLEST];

    private int size;

    int size() {
        return size;
    }

    boolean isFull() {
        return size + 1 > FULL * capacity();
    }

    /** Where the key is, or where it would have to be put; changes with the next key that is put. */
    int place(final long key) {
        int place = ENTRY * (int) (((key >>> HALF_KEY) * capacity()) >>> HALF_KEY);
        while (table[place] != key && table[place] != 0) {
            place += ENTRY;
            if (place == table.length) {
                place = 0;
            }
        }
        return place;
    }

    boolean isFree(final int place) {
        return table[place] == 0;
    }

    long time(final int place) {
        return table[place + 1];
    }

    /** Puts a key that is not there yet. */
    void put(final int place, final long key, final long time) {
        table[place] = key;
        table[place + 1] = time;
        size++;
    }

    /** Changes the time of a key that is there. */
    void set(final int place, final long time) {
        table[place + 1] = time;
    }

    /** Makes room for more, without those that are over. */
    void rebuild(final Over over) {
        final long[] old = table;
        int left = 0;
        for (int place = 0; place < old.length; place += ENTRY) {
            if (old[place] != 0 && over.test(old[place], old[place + 1])) {
                old[place] = 0;
            }
            left += old[place] == 0 ? 0 : 1;
        }
        table = new long[ENTRY * Math.max(SMALLEST, (int) (left / (left < FEW ? FEW_FILLED_ANEW : FILLED_ANEW)) + 1)];
        size = 0;
        for (int place = 0; place < old.length; place += ENTRY) {
            if (old[place] != 0) {
                put(place(old[place]), old[place], old[place + 1]);
            }
        }
    }

    private int capacity() {
        return table.length / ENTRY;
    }

    /** Whether a key and its time need not be kept. */
    @FunctionalInterface
    interface Over {
        boolean test(long key, long time);
    }
}
