package dev.anycarrier.cli.digest;

import java.util.Objects;

/**
 * A length of time into which all of it is cut.
 *
 * @param seconds its length
 * @param name what each is called, such as {@code day}
 */
public record Step(long seconds, String name) {

    static final Step HOUR = new Step(3_600, "hour");

    private static final Step DAY = new Step(86_400, "day");
    private static final Step WEEK = new Step(7 * 86_400L, "week");

    /** 5 January 1970, the first Monday: weeks begin as in ISO 8601. */
    private static final long MONDAY = 4 * 86_400L;

    private static final int FACTOR = 4;

    /** Checks that both parts are there. */
    public Step {
        Objects.requireNonNull(name, "name");
    }

    /** Which it is, of a second since 1970. */
    long index(final long second) {
        return Math.floorDiv(second - origin(), seconds);
    }

    /** Its first second since 1970. */
    long start(final long index) {
        return index * seconds + origin();
    }

    /** The next that is longer: each of its bounds is one of this, too. */
    Step wider() {
        if (equals(HOUR)) {
            return DAY;
        }
        if (equals(DAY)) {
            return WEEK;
        }
        return new Step(seconds * FACTOR, seconds * FACTOR / WEEK.seconds + " weeks");
    }

    /** Whether it is shorter than a day. */
    public boolean isHour() {
        return equals(HOUR);
    }

    private long origin() {
        return seconds < WEEK.seconds ? 0 : MONDAY;
    }
}
