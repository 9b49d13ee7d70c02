package dev.anycarrier.engine.limit;

/** Which places are taken, with count and search in logarithmic time: a Fenwick tree. Not thread-safe. */
final class PlaceCount {

    /** Entry {@code i} holds the count of the {@code i & -i} places before place {@code i}. */
    private final int[] tree;

    private int size;

    /**
     * With no place taken.
     *
     * @param places how many there are, a power of two
     */
    PlaceCount(final int places) {
        tree = new int[places + 1];
    }

    int size() {
        return size;
    }

    void take(final int place) {
        change(place, 1);
    }

    void free(final int place) {
        change(place, -1);
    }

    /** How many are taken before that place. */
    int before(final int place) {
        int count = 0;
        for (int i = place; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }

    /** The first that is taken; there must be one. */
    int first() {
        int place = 0;
        for (int step = (tree.length - 1) / 2; step > 0; step /= 2) {
            if (tree[place + step] == 0) {
                place += step;
            }
        }
        return place;
    }

    private void change(final int place, final int by) {
        size += by;
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i] += by;
        }
    }
}
