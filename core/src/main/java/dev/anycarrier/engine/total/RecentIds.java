package dev.anycarrier.engine.total;

import java.util.Arrays;

/**
 * The last identifiers of records, at least {@value #REMEMBERED} of them and at most twice as many, each as a
 * hash of 128 bits: so a record that is listed again is not counted again. Not thread-safe.
 */
final class RecentIds {

    /** How many are remembered whatever comes. */
    static final int REMEMBERED = 50_000;

    private Generation current = new Generation();
    private Generation former = new Generation();

    /** Whether it is not among them; it is from now on. */
    boolean add(final long high, final long low) {
        // Also what is known from before: it counts from when it was shown last.
        final boolean added = current.add(high, low) && !former.contains(high, low);
        if (current.size == REMEMBERED) {
            final Generation oldest = former;
            former = current;
            current = oldest;
            current.clear();
        }
        return added;
    }

    /** Some identifiers, both halves of each side by side. */
    private static final class Generation {

        private static final int FIRST_PLACES = 1024;

        private long[] halves = new long[2 * FIRST_PLACES];

        /** A byte of each, or zero where there is none: small enough to stay near, and enough for what is new. */
        private byte[] marks = new byte[FIRST_PLACES];

        private int size;

        void clear() {
            Arrays.fill(marks, (byte) 0);
            size = 0;
        }

        boolean contains(final long high, final long low) {
            return marks[place(high, low)] != 0;
        }

        boolean add(final long high, final long low) {
            final int place = place(high, low);
            if (marks[place] != 0) {
                return false;
            }
            put(place, high, low);
            size++;
            if (2 * size > marks.length) {
                spread();
            }
            return true;
        }

        /** Where it is, or else the free place where it belongs. */
        private int place(final long high, final long low) {
            final byte mark = mark(low);
            int place = (int) high & (marks.length - 1);
            while (marks[place] != 0
                    && (marks[place] != mark || halves[2 * place] != high || halves[2 * place + 1] != low)) {
                place = (place + 1) & (marks.length - 1);
            }
            return place;
        }

        private void put(final int place, final long high, final long low) {
            marks[place] = mark(low);
            halves[2 * place] = high;
            halves[2 * place + 1] = low;
        }

        private static byte mark(final long low) {
            return (byte) ((low >>> (Long.SIZE - Byte.SIZE)) | 1);
        }

        private void spread() {
            final long[] before = halves;
            final byte[] taken = marks;
            halves = new long[2 * before.length];
            marks = new byte[2 * taken.length];
            for (int place = 0; place < taken.length; place++) {
                if (taken[place] != 0) {
                    final long high = before[2 * place];
                    final long low = before[2 * place + 1];
                    put(place(high, low), high, low);
                }
            }
        }
    }
}
