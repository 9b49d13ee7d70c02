package dev.anycarrier.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * An access token's times.
 *
 * @param age since it was asked for
 * @param left until a new one is needed; negative if that time is over
 */
public record TokenTimes(Duration age, Duration left) {

    /** Checks that both are there. */
    public TokenTimes {
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(left, "left");
    }
}
