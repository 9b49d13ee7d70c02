package dev.anycarrier.engine.port;

import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a node holds to, the same on all nodes of one account.
 *
 * @param limits the carrier's limits
 * @param attemptTimeout the longest that a request takes
 * @param lease how long a node that asks about a SIM, or for a token, keeps others from doing the same unless it says
 *     earlier that it is done; whoever takes longer has lost it
 * @param keptFor how long after its receipt a value is forgotten
 */
public record ClusterTerms(List<RateLimit> limits, Duration attemptTimeout, Duration lease, Duration keptFor) {

    /** Checks that every part is there. */
    public ClusterTerms {
        limits = List.copyOf(limits);
        Objects.requireNonNull(attemptTimeout, "attemptTimeout");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(keptFor, "keptFor");
    }
}
