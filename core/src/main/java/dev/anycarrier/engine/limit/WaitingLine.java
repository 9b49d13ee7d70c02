package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order of priority and arrival, and how many are before each, in logarithmic time. Everybody has a place
 * from arrival to departure; only those in line are counted. Not thread-safe.
 */
final class WaitingLine {

    private static final int SMALLEST = 16;

    private @Nullable Waiter[] places = new @Nullable Waiter[SMALLEST];
    private PlaceCount interactive = new PlaceCount(SMALLEST);
    private PlaceCount sweep = new PlaceCount(SMALLEST);
    private int present;
    private int next;

    /** Gives it the last place. */
    void arrive(final Waiter waiter) {
        if (next == places.length) {
            pack();
        }
        waiter.place = next;
        places[next] = waiter;
        next++;
        present++;
    }

    /** Takes its place away. */
    void depart(final Waiter waiter) {
        leave(waiter);
        places[waiter.place] = null;
        present--;
        if (present == 0) {
            next = 0;
        }
    }

    /** Counts it from now on. */
    void join(final Waiter waiter) {
        waiter.inLine = true;
        same(waiter.priority).take(waiter.place);
    }

    /** Counts it no more, if it was. */
    void leave(final Waiter waiter) {
        if (waiter.inLine) {
            waiter.inLine = false;
            same(waiter.priority).free(waiter.place);
        }
    }

    /** Who is to go next. */
    @Nullable
    Waiter first() {
        if (interactive.size() > 0) {
            return places[interactive.first()];
        }
        return sweep.size() > 0 ? places[sweep.first()] : null;
    }

    /** How many in line go before it, whether it is in line or not. */
    int ahead(final Waiter waiter) {
        final int same = same(waiter.priority).before(waiter.place);
        return waiter.priority == Priority.INTERACTIVE ? same : same + interactive.size();
    }

    /** Everybody, in the order of arrival. */
    List<Waiter> all() {
        final List<Waiter> all = new ArrayList<>(present);
        for (int i = 0; i < next; i++) {
            final Waiter waiter = places[i];
            if (waiter != null) {
                all.add(waiter);
            }
        }
        return all;
    }

    int present() {
        return present;
    }

    private PlaceCount same(final Priority priority) {
        return priority == Priority.INTERACTIVE ? interactive : sweep;
    }

    /** Closes the gaps, and leaves as much room again as is taken, so that it is seldom done. */
    private void pack() {
        final List<Waiter> all = all();
        final int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, all.size())) * 4);
        places = new @Nullable Waiter[capacity];
        interactive = new PlaceCount(capacity);
        sweep = new PlaceCount(capacity);
        next = 0;
        present = 0;
        for (final Waiter waiter : all) {
            arrive(waiter);
            if (waiter.inLine) {
                join(waiter);
            }
        }
    }
}
