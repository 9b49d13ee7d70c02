package dev.anycarrier.engine.limit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SIM that somebody waits or asks for. Not thread-safe. */
final class Sim {

    private final long key;
    private final Budget budget;
    private List<Waiter> waiters = List.of();
    private int users;

    /** The next one in its chain of {@link SimsInUse}. */
    @Nullable
    Sim next;

    Sim(final long key, final Budget budget) {
        this.key = key;
        this.budget = budget;
    }

    long key() {
        return key;
    }

    Budget budget() {
        return budget;
    }

    /** Those who wait for a permit that counts for this SIM. */
    List<Waiter> waiters() {
        return waiters;
    }

    void arrive(final Waiter waiter) {
        if (waiters.isEmpty()) {
            waiters = new ArrayList<>(1);
        }
        waiters.add(waiter);
    }

    void depart(final Waiter waiter) {
        waiters.remove(waiter);
    }

    /** How many of them go before this one. */
    int ahead(final Waiter waiter) {
        int ahead = 0;
        for (final Waiter other : waiters) {
            if (other.goesBefore(waiter)) {
                ahead++;
            }
        }
        return ahead;
    }

    void use() {
        users++;
    }

    /** Whether that was the last one. */
    boolean release() {
        users--;
        return users == 0;
    }

    boolean isUsed() {
        return users > 0;
    }
}
