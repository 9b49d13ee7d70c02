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
        // Zeros stand for a free place.
        final long marked = low | 1;
        // Also what is known from before: it counts from when it was shown last.
        final boolean added = current.add(high, marked) && !former.contains(high, marked);
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
        private int size;

        void clear() {
            Arrays.fill(halves, 0);
            size = 0;
        }

        boolean contains(final long high, final long low) {
            return size > 0 && halves[place(high, low) + 1] != 0;
        }

        boolean add(final long high, final long low) {
            final int place = place(high, low);
            if (halves[place + 1] != 0) {
                return false;
            }
            halves[place] = high;
            halves[place + 1] = low;
            size++;
            // Four of five places taken: that much is still found within a cache line or two.
            if (5 * size > 2 * halves.length) {
                spread();
            }
            return true;
        }

        /** Where it is, or else the free place where it belongs. */
        private int place(final long high, final long low) {
            int place = 2 * (int) (high & (halves.length / 2 - 1));
            while (halves[place + 1] != 0 && (halves[place] != high || halves[place + 1] != low)) {
                place = (place + 2) & (halves.length - 1);
            }
            return place;
        }

        private void spread() {
            final long[] before = halves;
            halves = new long[2 * before.length];
            for (int place = 0; place < before.length; place += 2) {
                if (before[place + 1] != 0) {
                    final int free = place(before[place], before[place + 1]);
                    halves[free] = before[place];
                    halves[free + 1] = before[place + 1];
                }
            }
        }
    }
}
