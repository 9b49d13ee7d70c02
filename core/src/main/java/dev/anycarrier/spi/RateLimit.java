package dev.anycarrier.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * At most {@code requests} in any span of {@code window}.
 *
 * @param scope what is counted together
 * @param requests how many, at least 1
 * @param window in any span of this length
 */
public record RateLimit(LimitScope scope, int requests, Duration window) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the number or the window is not positive
     */
    public RateLimit {
        Objects.requireNonNull(scope, "scope");
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a limit allows at least 1 request in a window longer than 0");
        }
    }
}
