package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over what an earlier process kept, as strictly as it may have been: a reservation of which nothing more is known
 * was sent as late as possible; a time that is still to come, since the wall clock went back, is now; and a hold that
 * began in the future begins now. Not thread-safe.
 */
final class Restoring {

    /** How many requests may still be confirmed or taken back by a later entry. */
    private static final int OPEN_REQUESTS = 4096;
    /** What is longer ago does not matter to any limit, and can be subtracted from the clock. */
    private static final Duration LONG_AGO = Duration.ofDays(365L * 50);

    private final Admission admission;
    private final TimeSource time;
    private final Map<String, Request> open = new LinkedHashMap<>();

    Restoring(final Admission admission, final TimeSource time) {
        this.admission = admission;
        this.time = time;
    }

    private record Request(StateEntry.Reserved reserved, Instant at, boolean forSim) {}

    void restore(final StateEntry entry) {
        if (entry instanceof StateEntry.Reserved reserved) {
            open.put(reserved.permit(), new Request(reserved, reserved.latest(), true));
            if (open.size() > OPEN_REQUESTS) {
                final Iterator<Request> eldest = open.values().iterator();
                count(eldest.next());
                eldest.remove();
            }
        } else if (entry instanceof StateEntry.Sent sent) {
            open.computeIfPresent(
                    sent.permit(), (permit, request) -> new Request(request.reserved, sent.at(), request.forSim));
        } else if (entry instanceof StateEntry.Released released) {
            open.computeIfPresent(
                    released.permit(),
                    (permit, request) ->
                            released.forSimOnly() ? new Request(request.reserved, request.at, false) : null);
        } else if (entry instanceof StateEntry.Held held) {
            hold(held);
        }
    }

    /** Counts what no entry has said more about. Must have been called before anything is granted. */
    void finish() {
        open.values().forEach(this::count);
        open.clear();
    }

    private void count(final Request request) {
        final Duration since = Duration.between(request.at, time.instant());
        if (since.compareTo(LONG_AGO) < 0) {
            final long now = time.nanoTime();
            final long at = since.isNegative() ? now : now - since.toNanos();
            final StateEntry.Reserved reserved = request.reserved;
            if (request.forSim) {
                admission.restoreSent(reserved.token(), reserved.sim(), at, now);
            } else {
                admission.restoreSent(reserved.token(), Optional.empty(), at, now);
            }
        }
    }

    private void hold(final StateEntry.Held held) {
        final Instant wall = time.instant();
        final Instant from = wall.isBefore(held.from()) ? held.from() : wall;
        final Duration left = Duration.between(from, held.until());
        if (!left.isNegative()) {
            final Duration bounded = left.compareTo(RetryAfter.MAXIMUM) > 0 ? RetryAfter.MAXIMUM : left;
            final long now = time.nanoTime();
            admission.restoreHold(held.scope(), held.sim(), now + bounded.toNanos(), now);
        }
    }
}
