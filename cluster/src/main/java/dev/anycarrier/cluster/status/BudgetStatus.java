package dev.anycarrier.cluster.status;

import dev.anycarrier.spi.RateLimit;
import java.util.Objects;

/**
 * One limit of an account.
 *
 * @param limit what the carrier allows
 * @param used how many requests count now, permits that may still be used included
 */
public record BudgetStatus(RateLimit limit, int used) {

    /** Checks that it is there. */
    public BudgetStatus {
        Objects.requireNonNull(limit, "limit");
    }

    /** How many requests may be sent now; never below 0. */
    public int left() {
        return Math.max(0, limit.requests() - used);
    }
}
