package dev.anycarrier.engine.resilience;

import java.time.Duration;
import java.util.Objects;

/**
 * When a breaker opens, and for how long.
 *
 * @param window how many of the latest outcomes are looked at; 0 for a breaker that never opens
 * @param minimumOutcomes how many there must be before it opens
 * @param failurePercent how many of them in a hundred must be failures
 * @param distinctSims how many SIMs the failures must be about, so that one bad SIM never opens it; a failure about no SIM
 *     counts as one about a SIM of its own
 * @param openTime how long it stays open before a probe is let through; also how long a probe may take before another is.
 *     Up to a fifth is added by chance to the time that it stays open
 * @param longestOpenTime where the doubling of the open time after each failed probe ends; what chance adds comes on top
 */
public record BreakerOptions(
        int window,
        int minimumOutcomes,
        int failurePercent,
        int distinctSims,
        Duration openTime,
        Duration longestOpenTime) {

    private static final int LARGEST_WINDOW = 1000;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final BreakerOptions DEFAULTS =
            new BreakerOptions(20, 10, 50, 3, Duration.ofSeconds(30), Duration.ofMinutes(5));

    /**
     * Checks that the numbers fit each other.
     *
     * @throws IllegalArgumentException if they do not: see the message
     */
    public BreakerOptions {
        Objects.requireNonNull(openTime, "openTime");
        Objects.requireNonNull(longestOpenTime, "longestOpenTime");
        require(window >= 0 && window <= LARGEST_WINDOW, "a window has 0 to " + LARGEST_WINDOW + " outcomes");
        require(
                window == 0 || (minimumOutcomes >= 1 && minimumOutcomes <= window),
                "the minimum of outcomes is 1 at least, and no more than the window");
        require(failurePercent >= 1 && failurePercent <= 100, "the percentage of failures is 1 to 100");
        require(distinctSims >= 1, "failures are about 1 SIM at least");
        require(openTime.compareTo(Duration.ZERO) > 0, "the open time is longer than nothing");
        require(
                longestOpenTime.compareTo(openTime) >= 0 && longestOpenTime.compareTo(LONGEST) <= 0,
                "the longest open time is no shorter than the open time, and a day at most");
    }

    /** Half of at least 10 in the latest 20, about 3 SIMs; open for 30 seconds, for 5 minutes at most. */
    public static BreakerOptions defaults() {
        return DEFAULTS;
    }

    /** As by default, but open for another time at first. */
    public static BreakerOptions openingFor(final Duration openTime) {
        final Duration longest = openTime.compareTo(DEFAULTS.longestOpenTime) > 0 ? openTime : DEFAULTS.longestOpenTime;
        return new BreakerOptions(
                DEFAULTS.window,
                DEFAULTS.minimumOutcomes,
                DEFAULTS.failurePercent,
                DEFAULTS.distinctSims,
                openTime,
                longest);
    }

    /** A breaker that never opens. */
    public static BreakerOptions disabled() {
        return new BreakerOptions(0, 0, 100, 1, DEFAULTS.openTime, DEFAULTS.longestOpenTime);
    }

    boolean enabled() {
        return window > 0;
    }

    private static void require(final boolean condition, final String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
