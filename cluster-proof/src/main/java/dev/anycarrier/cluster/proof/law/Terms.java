package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.List;

/**
 * What a carrier allows and its nodes hold to.
 *
 * @param limits one of each scope
 * @param tokenLifetime how long a token is good
 * @param sharesTokens whether a token of one node serves them all
 * @param slack how long a permit may be used
 */
public record Terms(List<RateLimit> limits, Duration tokenLifetime, boolean sharesTokens, Duration slack) {

    /** Copies the limits. */
    public Terms {
        limits = List.copyOf(limits);
    }
}
