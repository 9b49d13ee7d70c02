package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.Optional;

/** Whether and when a sweep is to end before its work is done. Thread-safe. */
final class Ending {

    private static final Duration LONGEST = Duration.ofDays(3653);

    private final TimeSource time;
    private final Optional<Duration> wholeSweep;
    private volatile long started;
    private volatile boolean cancelled;
    private volatile boolean closed;

    Ending(final TimeSource time, final Optional<Duration> wholeSweep) {
        this.time = time;
        this.wholeSweep = wholeSweep.map(Ending::bounded);
    }

    /** The time begins to run. */
    void start() {
        started = time.nanoTime();
    }

    /** Nothing more is asked. */
    void cancel() {
        cancelled = true;
    }

    /** Nothing more is done at all. */
    void close() {
        closed = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isClosed() {
        return closed;
    }

    /** How much time is left at a monotonic time, never negative, or empty if there is no deadline. */
    Optional<Duration> left(final long now) {
        return wholeSweep.map(whole -> Duration.ofNanos(Math.max(0, whole.toNanos() - (now - started))));
    }

    /** Whether the deadline has come. */
    boolean isPastDeadline(final long now) {
        return wholeSweep.isPresent() && now - started >= wholeSweep.get().toNanos();
    }

    /** Whether the deferred need no longer be waited for, since they will not be asked about. */
    boolean skipsTheRest(final long now) {
        return cancelled || closed || isPastDeadline(now);
    }

    private static Duration bounded(final Duration given) {
        if (given.isNegative()) {
            return Duration.ZERO;
        }
        return given.compareTo(LONGEST) > 0 ? LONGEST : given;
    }
}
