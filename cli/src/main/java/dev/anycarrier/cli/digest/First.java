package dev.anycarrier.cli.digest;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many by some order, in memory for those alone. */
final class First<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> kept;

    First(final int most, final Comparator<T> order) {
        this.most = most;
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(final T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.poll();
        }
    }

    /** Those, in order. */
    List<T> all() {
        return kept.stream().sorted(order).toList();
    }
}
