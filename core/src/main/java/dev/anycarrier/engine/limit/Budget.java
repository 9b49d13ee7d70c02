package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.watch.RequestBudget;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one SIM, one account or one token endpoint may still be asked. A request occupies a place in each window from when
 * it is granted; without end while it is not written; and until its time of writing plus the window afterwards. So
 * however long the pause between grant and writing, no span of a window ever holds more writings than allowed.
 *
 * <p>Times are the monotonic clock's, in nanoseconds, and are compared by difference. Not thread-safe.
 */
final class Budget {

    /** Longer than any wait that matters, and short enough to be added to the clock. */
    static final long FAR = Long.MAX_VALUE / 4;

    private final WindowLimits limits;
    private final SentTimes sent = new SentTimes();
    private @Nullable Refusals refusals;
    private int pending;
    private long heldUntil;

    /**
     * A budget of which nothing is used.
     *
     * @param heldUntil when it may be used first; now or earlier if at once
     */
    Budget(final WindowLimits limits, final long heldUntil) {
        this.limits = limits;
        this.heldUntil = heldUntil;
    }

    WindowLimits limits() {
        return limits;
    }

    /** One more refusal of a request that was sent then. Returns how long to hold back for it. */
    long refused(final long sentAt, final long now, final RandomGenerator random) {
        if (refusals == null) {
            refusals = new Refusals();
        }
        refusals.add(sentAt, now);
        return refusals.backoff(random);
    }

    /** Something else was answered to a request that was sent then. */
    void answered(final long sentAt) {
        if (refusals != null) {
            refusals.end(sentAt);
        }
    }

    /**
     * How long until one more may be granted after so many others; 0 if now. Nobody can be faster: whoever has no end yet
     * is taken as written now. For one limit it is exact if each of the others is written when granted.
     */
    long delay(final long ahead, final long now) {
        final long hold = held(now);
        long longest = hold;
        for (int i = 0; i < limits.size(); i++) {
            final int requests = limits.requests(i);
            final long window = limits.window(i);
            if (ahead == 0) {
                // Divisions would take most of the time.
                longest = Math.max(longest, untilPlace(0, requests, window, now));
            } else {
                final long first = Math.max(hold, untilPlace((int) (ahead % requests), requests, window, now));
                longest = Math.max(longest, plusRounds(first, ahead / requests, window));
            }
        }
        return longest;
    }

    /** How many more each of its limits allows now. */
    List<RequestBudget> left(final LimitScope scope, final long now) {
        final Duration held = Duration.ofNanos(held(now));
        return IntStream.range(0, limits.size())
                .mapToObj(index -> new RequestBudget(limit(scope, index), left(index, now), held))
                .toList();
    }

    private RateLimit limit(final LimitScope scope, final int index) {
        return new RateLimit(scope, limits.requests(index), Duration.ofNanos(limits.window(index)));
    }

    private int left(final int index, final long now) {
        int used = pending;
        for (int i = sent.size() - 1; i >= 0 && now - sent.get(i) < limits.window(index); i--) {
            used++;
        }
        return Math.max(0, limits.requests(index) - used);
    }

    /** How long the hold lasts; 0 if there is none. */
    long held(final long now) {
        return Math.max(0, heldUntil - now);
    }

    private long untilPlace(final int place, final int requests, final long window, final long now) {
        final int mayStay = requests - 1 - place;
        if (pending > mayStay) {
            return window;
        }
        final int lastToGo = sent.size() - 1 - (mayStay - pending);
        return lastToGo < 0 ? 0 : Math.max(0, sent.get(lastToGo) + window - now);
    }

    private static long plusRounds(final long first, final long rounds, final long window) {
        return rounds > (FAR - first) / window ? FAR : first + rounds * window;
    }

    /** Grants one. */
    void take() {
        pending++;
    }

    /** One that was granted is not sent. */
    void giveBack() {
        pending--;
    }

    /** One that was granted was written now, or a moment ago. */
    void sent(final long now) {
        pending--;
        restore(now, now);
    }

    /** One was written then. */
    void restore(final long time, final long now) {
        sent.dropOlder(limits.longestWindow(), now);
        if (now - time < limits.longestWindow()) {
            sent.add(time);
        }
    }

    /** One that was written then does not count. */
    void forget(final long time) {
        sent.remove(time);
    }

    /**
     * Grants nothing before then. An earlier time than the one already set changes nothing.
     *
     * @return whether it changed something
     */
    boolean hold(final long until) {
        if (until - heldUntil <= 0) {
            return false;
        }
        heldUntil = until;
        return true;
    }

    /** Whether {@link #oneTime} says all there is to say. */
    boolean isOneTime() {
        return pending == 0 && (refusals == null || refusals.isNone()) && (sent.size() == 0 || limits.onlyOneEach());
    }

    /** Until when nothing is granted, if each window has room for one; perhaps in the past. */
    long oneTime() {
        if (sent.size() == 0) {
            return heldUntil;
        }
        final long free = sent.get(sent.size() - 1) + limits.longestWindow();
        return free - heldUntil > 0 ? free : heldUntil;
    }

    /** Whether it is as if it were new. */
    boolean isOver(final long now) {
        sent.dropOlder(limits.longestWindow(), now);
        return pending == 0
                && sent.size() == 0
                && (refusals == null ? held(now) == 0 : refusals.isOver(heldUntil, now));
    }
}
