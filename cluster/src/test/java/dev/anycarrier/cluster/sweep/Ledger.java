package dev.anycarrier.cluster.sweep;

import dev.anycarrier.usage.SimRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What a carrier was asked, and how often. Thread-safe. */
final class Ledger implements Consumer<SimRef> {

    private final Map<SimRef, Integer> asked = new ConcurrentHashMap<>();

    @Override
    public void accept(final SimRef sim) {
        asked.merge(sim, 1, Integer::sum);
    }

    Map<SimRef, Integer> asked() {
        return Map.copyOf(asked);
    }

    int questions() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
}
