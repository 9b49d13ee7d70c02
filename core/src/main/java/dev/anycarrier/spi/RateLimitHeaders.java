package dev.anycarrier.spi;

import java.util.Objects;

/**
 * What a carrier's own limit headers mean. Carriers use the same names for different things, so a provider declares the
 * meaning where its carrier documents it, and nothing is guessed elsewhere.
 *
 * @param limit the header with the number of requests allowed
 * @param remaining the header with the number of requests left
 * @param reset the header that says when the count starts anew
 * @param resetMeaning what the reset header holds
 * @param scope what the headers count together
 */
public record RateLimitHeaders(
        String limit, String remaining, String reset, ResetMeaning resetMeaning, LimitScope scope) {

    /** Checks that every part is there. */
    public RateLimitHeaders {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(resetMeaning, "resetMeaning");
        Objects.requireNonNull(scope, "scope");
    }

    /** What a reset header holds. */
    public enum ResetMeaning {
        /** Seconds since 1970-01-01T00:00:00Z. */
        EPOCH_SECONDS,
        /** Seconds from now. */
        SECONDS_TO_GO
    }
}
