package dev.anycarrier.simulation.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What passed between nodes and store, as one hears it on the line. Times are nanoseconds since the start. */
public final class StoreTalk {

    /** When that arrives which never does. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Stands for the token where otherwise a SIM is named. */
    public static final String TOKEN = "token";

    private final List<Lease> leases = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Long> emptied = new ArrayList<>();

    /**
     * Leave to ask about a SIM, or to fetch a token; one that goes on is the same.
     *
     * @param what the SIM, or {@link StoreTalk#TOKEN}
     * @param at when the store gave it
     * @param until when it is over at the latest
     */
    public record Lease(String process, String what, long number, long at, long until) {}

    /**
     * A node said how that ended.
     *
     * @param at when it said so
     * @param arrival when the store heard it, or {@link StoreTalk#NEVER}
     * @param good whether a value or a token came of it
     * @param taken whether the store said that it counts; of a value, never
     */
    public record Ended(String process, String what, long number, long at, long arrival, boolean good, boolean taken) {}

    /**
     * The store said what it knows.
     *
     * @param order of a token its number, of a value when it was received
     */
    public record Seen(String process, String what, long order, long at) {}

    /** The store said that somebody else is at it. */
    public record Refused(String process, String what, long at) {}

    StoreTalk() {}

    /** Every leave, in order. */
    public List<Lease> leases() {
        return Collections.unmodifiableList(leases);
    }

    /** Every end, in the order in which they were said. */
    public List<Ended> ended() {
        return Collections.unmodifiableList(ended);
    }

    /** Everything that the store said it knows. */
    public List<Seen> seen() {
        return Collections.unmodifiableList(seen);
    }

    /** Every time that somebody was told to wait for another. */
    public List<Refused> refused() {
        return Collections.unmodifiableList(refused);
    }

    /** Whether the store lost everything in a span. */
    public boolean wasEmptied(final long from, final long to) {
        return emptied.stream().anyMatch(at -> at >= from && at <= to);
    }

    void emptied(final long at) {
        emptied.add(at);
    }

    void add(final Lease lease) {
        for (int i = leases.size() - 1; i >= 0; i--) {
            final Lease before = leases.get(i);
            if (before.number == lease.number
                    && before.process.equals(lease.process)
                    && before.what.equals(lease.what)) {
                leases.set(i, new Lease(lease.process, lease.what, lease.number, before.at, lease.until));
                return;
            }
        }
        leases.add(lease);
    }

    void add(final Ended end) {
        ended.add(end);
    }

    void add(final Seen known) {
        seen.add(known);
    }

    void add(final Refused waits) {
        refused.add(waits);
    }
}
