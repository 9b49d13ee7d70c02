package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.LimitScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Holds of which Redis does not know for sure: they are said again before the next question. A hold that is said twice is no
 * longer for it. Thread-safe.
 */
final class UnsaidHolds {

    /** More are dropped: this node keeps to them by itself anyway. */
    private static final int MOST = 10_000;

    private final TimeSource time;
    private final ConcurrentMap<Place, Long> ends = new ConcurrentHashMap<>();

    UnsaidHolds(final TimeSource time) {
        this.time = time;
    }

    /** Says one, and keeps it until Redis has answered. */
    void hold(
            final LimitScope scope,
            final Optional<String> sim,
            final Duration length,
            final Function<Hold, CompletionStage<?>> teller) {
        final Place place = new Place(scope, sim);
        final long end = time.nanoTime() + Micros.atLeast(length) * 1000;
        if (ends.size() < MOST) {
            ends.merge(place, end, (one, other) -> one - other > 0 ? one : other);
        }
        say(place, end, length, teller);
    }

    /** Says again what Redis has not answered. */
    void say(final Function<Hold, CompletionStage<?>> teller) {
        List.copyOf(ends.entrySet()).forEach(hold -> sayAgain(hold.getKey(), hold.getValue(), teller));
    }

    /** Whether there is one that Redis has not answered. */
    boolean isAny() {
        return !ends.isEmpty();
    }

    private void sayAgain(final Place place, final long end, final Function<Hold, CompletionStage<?>> teller) {
        final long left = end - time.nanoTime();
        if (left <= 0) {
            ends.remove(place, end);
        } else {
            say(place, end, Duration.ofNanos(left), teller);
        }
    }

    private void say(
            final Place place, final long end, final Duration length, final Function<Hold, CompletionStage<?>> teller) {
        teller.apply(new Hold(place.scope, place.sim, length)).thenRun(() -> ends.remove(place, end));
    }

    /**
     * What is held for how long.
     *
     * @param sim its name, if one SIM is
     */
    record Hold(LimitScope scope, Optional<String> sim, Duration length) {}

    private record Place(LimitScope scope, Optional<String> sim) {}
}
