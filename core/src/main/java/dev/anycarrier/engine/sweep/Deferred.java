package dev.anycarrier.engine.sweep;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** The SIMs of a lane that wait for their carrier's interval to end, as a step machine. Bounded by its user. Not thread-safe. */
final class Deferred {

    /** How many a lane keeps; it takes no new SIM while there are as many. */
    static final int MAXIMUM = 10_000;

    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Deferred::compare);
    private long entered;

    /** Adds one that is due at a monotonic time. */
    void add(final Pending pending, final long due) {
        waiting.add(new Waiting(pending, due, entered++));
    }

    /** Takes the one that has been due longest, if any is; any at all if they need not be waited for. */
    Optional<Pending> take(final long now, final boolean dueOrNot) {
        final Waiting first = waiting.peek();
        if (first == null || (!dueOrNot && first.due - now > 0)) {
            return Optional.empty();
        }
        waiting.remove();
        return Optional.of(first.pending);
    }

    /** How long until one is due, in nanoseconds, or empty if there is none. */
    OptionalLong untilDue(final long now) {
        final Waiting first = waiting.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, first.due - now));
    }

    /** Whether no new SIM is to be taken. */
    boolean isFull() {
        return waiting.size() >= MAXIMUM;
    }

    /** How many there are. */
    int size() {
        return waiting.size();
    }

    private static int compare(final Waiting one, final Waiting other) {
        final int byTime = Long.signum(one.due - other.due);
        return byTime != 0 ? byTime : Long.compare(one.entered, other.entered);
    }

    private record Waiting(Pending pending, long due, long entered) {}
}
