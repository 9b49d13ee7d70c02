package dev.anycarrier.watch;

import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.Objects;

/**
 * What is left of one of a carrier's limits.
 *
 * @param limit the limit in force
 * @param left how many requests it allows at this moment; never negative
 * @param held how long nothing may be sent whatever is left, since the carrier asked for a pause; zero if it did not
 */
public record RequestBudget(RateLimit limit, int left, Duration held) {

    /** Checks that every part is there. */
    public RequestBudget {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(held, "held");
    }
}
