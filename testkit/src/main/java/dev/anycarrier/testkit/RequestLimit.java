package dev.anycarrier.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A carrier's limit: so many requests in a window that begins with the first of them, counted apart for each key (an
 * account, a SIM). What is refused is not counted. Thread-safe.
 */
public final class RequestLimit {

    private final int requests;
    private final Duration window;
    private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

    /**
     * A limit of {@code requests} in each {@code window}.
     *
     * @throws IllegalArgumentException if either is not positive
     */
    public RequestLimit(final int requests, final Duration window) {
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a limit allows at least one request in a window that is not empty");
        }
        this.requests = requests;
        this.window = window;
    }

    /** Counts a request that arrives at {@code now}, if it is within the limit. */
    public Verdict ask(final String key, final Instant now) {
        final Window current = windows.compute(
                key,
                (unused, last) -> last == null || !now.isBefore(last.end)
                        ? new Window(now.plus(window), 1)
                        : new Window(last.end, Math.min(last.asked + 1, requests + 1)));
        return new Verdict(current.asked <= requests, requests, Math.max(0, requests - current.asked), current.end);
    }

    private record Window(Instant end, int asked) {}

    /**
     * What a limit says about a request.
     *
     * @param admitted whether the request is within the limit
     * @param limit how many the window allows
     * @param remaining how many more it allows after this one
     * @param resetsAt when the window ends
     */
    public record Verdict(boolean admitted, int limit, int remaining, Instant resetsAt) {

        /** Whole seconds from {@code now} to the end of the window, rounded up. */
        public long secondsToReset(final Instant now) {
            return Math.max(
                    0, Duration.between(now, resetsAt).plusNanos(999_999_999).toSeconds());
        }
    }
}
