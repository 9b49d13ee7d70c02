package dev.anycarrier.engine.flight;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Turn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is aboard, and the latest deadline and most urgent priority of all who ever were. What it says of deadline and
 * priority can be read by any thread; everything else is used under the lock of the flights.
 */
final class Passengers {

    /** How many there are of each deadline; compared by difference, since the monotonic clock may overflow. */
    private final TreeMap<Long, Integer> aboard = new TreeMap<>((one, other) -> Long.signum(one - other));

    /** Those of them who wait on behalf of others, in the order in which they came. */
    private Set<Passenger> representatives = Set.of();

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
    void board(final Passenger one, final Priority newPriority) {
        if (one.turn().isPresent()) {
            representatives = representatives.isEmpty() ? new LinkedHashSet<>() : representatives;
            representatives.add(one);
        }
        count(one.deadline(), newPriority);
    }

    /** Lets one go, unless it has gone before. */
    void leave(final Passenger one) {
        if (one.leaves()) {
            if (one.turn().isPresent()) {
                representatives.remove(one);
            }
            uncount(one.deadline());
        }
    }

    /** Those for whom one is aboard have become more demanding; without effect if that one has left. */
    void rise(final Passenger one, final long newDeadline, final Priority newPriority) {
        if (representatives.contains(one)) {
            final long later = newDeadline - one.deadline() > 0 ? newDeadline : one.deadline();
            uncount(one.deadline());
            one.stayUntil(later);
            count(later, newPriority);
        }
    }

    List<Turn> turns() {
        return representatives.stream()
                .map(Passenger::turn)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean nobody() {
        return aboard.isEmpty();
    }

    /** Whether one of those aboard has a deadline at that time or before. */
    boolean anyUntil(final long at) {
        return !aboard.isEmpty() && aboard.firstKey() - at <= 0;
    }

    private void count(final long itsDeadline, final Priority itsPriority) {
        aboard.merge(itsDeadline, 1, Integer::sum);
        if (itsDeadline - deadline > 0) {
            deadline = itsDeadline;
        }
        if (itsPriority.compareTo(priority) < 0) {
            priority = itsPriority;
        }
    }

    private void uncount(final long itsDeadline) {
        aboard.computeIfPresent(itsDeadline, (key, count) -> count == 1 ? null : count - 1);
    }
}
