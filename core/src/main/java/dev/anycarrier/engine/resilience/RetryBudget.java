package dev.anycarrier.engine.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many retries an account may still make: every call earns a part of one, so that a carrier that is down is not asked
 * many times as often. Counted in hundredths of a retry. Thread-safe.
 */
final class RetryBudget {

    private static final int RETRY = 100;
    private static final long MOST = 100 * RETRY;
    private static final long AT_FIRST = 10 * RETRY;

    private final int percent;
    private final AtomicLong left;

    RetryBudget(final int percent) {
        if (percent < 0) {
            throw new IllegalArgumentException("a retry budget is 0 percent of the calls at least, not " + percent);
        }
        this.percent = percent;
        this.left = new AtomicLong(percent == 0 ? 0 : AT_FIRST);
    }

    void earn() {
        left.updateAndGet(before -> Math.min(MOST, before + percent));
    }

    double left() {
        return (double) left.get() / RETRY;
    }

    boolean spend() {
        return left.getAndUpdate(before -> before < RETRY ? before : before - RETRY) >= RETRY;
    }
}
