package dev.anycarrier.benchmarks.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Connections that wait until their answer is due: those with the same delay come due in the order they came in. */
final class Deadlines {

    /** Nothing waits. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int EXPECTED = 4096;

    /** So few that who asks meanwhile is heard soon: the delay counts from then. */
    private static final int AT_ONCE = 8;

    private final List<Line> lines = new ArrayList<>();

    void add(final Connection connection, final long delayNanos) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).delayNanos == delayNanos) {
                lines.get(i).waiting.add(connection);
                return;
            }
        }
        lines.add(new Line(delayNanos, new ArrayDeque<>(EXPECTED)));
        add(connection, delayNanos);
    }

    /**
     * Answers some of those that are due, and tells in how many nanoseconds the next one is: none at all if more are due
     * already, {@link #NEVER} if none is left.
     */
    long release() {
        long next = NEVER;
        // By index, since whoever is answered may ask again, and join a line that was not there before.
        for (int i = 0; i < lines.size(); i++) {
            next = Math.min(next, release(lines.get(i).waiting));
        }
        return next;
    }

    private static long release(final Queue<Connection> waiting) {
        for (int released = 0; !waiting.isEmpty(); released++) {
            final long left = waiting.element().due() - System.nanoTime();
            if (left > 0) {
                return left;
            }
            if (released == AT_ONCE) {
                return 0;
            }
            waiting.remove().becomesDue();
        }
        return NEVER;
    }

    private record Line(long delayNanos, Queue<Connection> waiting) {}
}
