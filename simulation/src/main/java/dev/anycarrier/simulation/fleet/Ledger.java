package dev.anycarrier.simulation.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a carrier saw. Used by one thread at a time, as everything here. */
public final class Ledger {

    private static final int MOST_VIOLATIONS = 20;

    private final boolean keeps;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private long requests;
    private long tokenRequests;

    /**
     * An empty one.
     *
     * @param keeps whether entries are kept, not only counted
     */
    Ledger(final boolean keeps) {
        this.keeps = keeps;
    }

    void add(final LedgerEntry entry) {
        if (entry.purpose() == Purpose.TOKEN) {
            tokenRequests++;
        } else {
            requests++;
        }
        if (keeps) {
            entries.add(entry);
        }
    }

    /**
     * A request that a limit did not allow.
     *
     * @param what where and by how much
     * @param ofOneProcess whether all requests of the window come from one client process
     */
    public record Violation(String what, boolean ofOneProcess) {}

    void violation(final Violation violation) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(violation);
        }
    }

    /** All requests that were written, in order. */
    public List<LedgerEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** What the carrier's limits did not allow. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** How many questions there were. */
    public long requests() {
        return requests;
    }

    /** How many requests for tokens there were. */
    public long tokenRequests() {
        return tokenRequests;
    }
}
