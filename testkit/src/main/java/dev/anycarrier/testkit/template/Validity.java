package dev.anycarrier.testkit.template;

import java.time.Duration;
import java.util.Objects;

/**
 * What the carrier says of the time in which a SIM can be used. A SIM that was never used has none yet.
 *
 * @param told which ends of it
 * @param precision the smallest difference that it can write, such as a second or a day
 */
public record Validity(Told told, Duration precision) {

    /**
     * Checks the precision.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    public Validity {
        Objects.requireNonNull(told, "told");
        if (precision.toSeconds() < 1) {
            throw new IllegalArgumentException("validity is told by the second or less precisely");
        }
    }

    /** The carrier says nothing of it. */
    public static Validity notTold() {
        return new Validity(Told.NOTHING, Duration.ofSeconds(1));
    }

    /** The carrier says when it ends: the first instant that no longer belongs to it. */
    public static Validity until(final Duration precision) {
        return new Validity(Told.END, precision);
    }

    /** The carrier says when it begins and when it ends. */
    public static Validity between(final Duration precision) {
        return new Validity(Told.BOTH, precision);
    }

    /** Which ends of the validity a carrier tells. */
    public enum Told {
        /** None. */
        NOTHING,
        /** The end. */
        END,
        /** The start and the end. */
        BOTH
    }
}
