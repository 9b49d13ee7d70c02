package dev.anycarrier.engine;

import dev.anycarrier.spi.RateLimit;
import java.util.ArrayDeque;
import java.util.Deque;

/** When the last requests under one limit were sent, on the monotonic clock: as many as its window holds. */
final class SendTimes {

    private final int requests;
    private final long window;
    private final Deque<Long> times = new ArrayDeque<>();

    SendTimes(final RateLimit limit) {
        this.requests = limit.requests();
        this.window = limit.window().toNanos();
    }

    /** How long until one more fits, in nanoseconds; 0 or less if it fits now. */
    long untilNext(final long now) {
        return times.size() < requests ? 0 : times.getFirst() + window - now;
    }

    void add(final long now) {
        if (times.size() == requests) {
            times.removeFirst();
        }
        times.addLast(now);
    }

    void remove(final long time) {
        times.removeLastOccurrence(time);
    }

    /** Whether nothing that was sent matters any more. */
    boolean isOver(final long now) {
        return times.isEmpty() || times.getLast() + window - now <= 0;
    }
}
