package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;

/** The limits of one scope as they are now: what was configured, or less if the carrier said so. Not thread-safe. */
final class WindowLimits {

    /** So that times on the monotonic clock can still be compared by difference. */
    private static final Duration LONGEST = Duration.ofDays(365L * 50);

    private int[] requests = {};
    private long[] windows = {};
    private long longestWindow;
    private int tightenings;

    /** Takes the place of what was there; counts and times are kept elsewhere. */
    void replace(final List<RateLimit> limits) {
        requests = limits.stream().mapToInt(RateLimit::requests).toArray();
        windows = limits.stream().mapToLong(WindowLimits::nanos).toArray();
        longestWindow = 0;
        for (final long window : windows) {
            longestWindow = Math.max(longestWindow, window);
        }
    }

    private static long nanos(final RateLimit limit) {
        return limit.window().compareTo(LONGEST) > 0
                ? LONGEST.toNanos()
                : limit.window().toNanos();
    }

    /** Allows no more than that in each window from now on, but always one. */
    void tighten(final int newRequests) {
        for (int i = 0; i < requests.length; i++) {
            final int fewer = Math.max(1, Math.min(requests[i], newRequests));
            if (fewer < requests[i]) {
                requests[i] = fewer;
                tightenings++;
            }
        }
    }

    /** How often a limit has become tighter. */
    int tightenings() {
        return tightenings;
    }

    int size() {
        return requests.length;
    }

    boolean isEmpty() {
        return requests.length == 0;
    }

    int requests(final int index) {
        return requests[index];
    }

    /** In nanoseconds. */
    long window(final int index) {
        return windows[index];
    }

    /** In nanoseconds; 0 if there is no limit. */
    long longestWindow() {
        return longestWindow;
    }

    /** Whether there is never more than one request to remember. */
    boolean onlyOneEach() {
        for (final int each : requests) {
            if (each != 1) {
                return false;
            }
        }
        return true;
    }
}
