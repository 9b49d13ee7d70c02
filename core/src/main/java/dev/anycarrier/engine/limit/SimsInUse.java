package dev.anycarrier.engine.limit;

import org.jspecify.annotations.Nullable;

/** SIMs by their keys, without any other object: a map of boxed keys takes longer than all else in the limiter. Not thread-safe. */
final class SimsInUse {

    private static final int SMALLEST = 64;

    /** The first of each chain. */
    private @Nullable Sim[] chains = new @Nullable Sim[SMALLEST];

    private int size;

    @Nullable
    Sim get(final long key) {
        Sim sim = chains[chain(key)];
        while (sim != null && sim.key() != key) {
            sim = sim.next;
        }
        return sim;
    }

    /** Adds one that is not there yet. */
    void add(final Sim sim) {
        if (size == chains.length) {
            grow();
        }
        prepend(sim);
        size++;
    }

    /** Takes out one that is there. */
    void remove(final Sim sim) {
        final int chain = chain(sim.key());
        Sim before = null;
        for (Sim each = chains[chain]; each != sim && each != null; each = each.next) {
            before = each;
        }
        if (before == null) {
            chains[chain] = sim.next;
        } else {
            before.next = sim.next;
        }
        size--;
    }

    private void grow() {
        final @Nullable Sim[] old = chains;
        chains = new @Nullable Sim[2 * old.length];
        for (final Sim first : old) {
            Sim sim = first;
            while (sim != null) {
                final Sim next = sim.next;
                prepend(sim);
                sim = next;
            }
        }
    }

    private void prepend(final Sim sim) {
        final int chain = chain(sim.key());
        sim.next = chains[chain];
        chains[chain] = sim;
    }

    private int chain(final long key) {
        return (int) key & (chains.length - 1);
    }
}
