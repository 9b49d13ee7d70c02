package dev.anycarrier.engine.limit;

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
    private final Refusals refusals = new Refusals();
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

    Refusals refusals() {
        return refusals;
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
            final long first = Math.max(hold, untilPlace((int) (ahead % requests), requests, window, now));
            longest = Math.max(longest, plusRounds(first, ahead / requests, window));
        }
        return longest;
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

    /** Whether one time, that until which nothing is granted, says all there is to say. */
    boolean isOneTime(final long now) {
        sent.dropOlder(limits.longestWindow(), now);
        return pending == 0 && refusals.isNone() && (sent.size() == 0 || limits.onlyOneEach());
    }

    /** Whether it is as if it were new. */
    boolean isOver(final long now) {
        sent.dropOlder(limits.longestWindow(), now);
        return pending == 0 && sent.size() == 0 && refusals.isOver(heldUntil, now);
    }
}
