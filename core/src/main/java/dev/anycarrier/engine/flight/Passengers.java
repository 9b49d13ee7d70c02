package dev.anycarrier.engine.flight;

import dev.anycarrier.call.Priority;
import java.util.TreeMap;

/**
 * Who is aboard, and the latest deadline and most urgent priority of all who ever were. What it says of deadline and
 * priority can be read by any thread; everything else is used under the lock of the flights.
 */
final class Passengers {

    /** How many there are of each deadline; compared by difference, since the monotonic clock may overflow. */
    private final TreeMap<Long, Integer> aboard = new TreeMap<>((one, other) -> Long.signum(one - other));

    private volatile long deadline;
    private volatile Priority priority;

    Passengers(final long deadline, final Priority priority) {
        this.deadline = deadline;
        this.priority = priority;
    }

    long deadline() {
        return deadline;
    }

    Priority priority() {
        return priority;
    }

    /** Takes one aboard. */
    void board(final long newDeadline, final Priority newPriority) {
        aboard.merge(newDeadline, 1, Integer::sum);
        if (newDeadline - deadline > 0) {
            deadline = newDeadline;
        }
        if (newPriority.compareTo(priority) < 0) {
            priority = newPriority;
        }
    }

    /** Lets one go. */
    void leave(final long itsDeadline) {
        aboard.computeIfPresent(itsDeadline, (key, count) -> count == 1 ? null : count - 1);
    }

    boolean nobody() {
        return aboard.isEmpty();
    }

    /** Whether one of those aboard has a deadline at that time or before. */
    boolean anyUntil(final long at) {
        return !aboard.isEmpty() && aboard.firstKey() - at <= 0;
    }
}
