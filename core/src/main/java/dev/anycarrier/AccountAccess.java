package dev.anycarrier;

import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@link CarrierAccount#access} found. Immutable and thread-safe.
 *
 * @param reached whether the carrier answered anything
 * @param credentials what it thinks of the account's credentials
 * @param clockAhead how far the clock here is ahead of the carrier's, negative if it is behind, to about a second; empty
 *     if no answer said what time it is
 * @param turnIn how long the account's limits hold back the next question; zero if they do not. Of several nodes only what
 *     this one knows
 * @param failure what kept it from being reached or accepted
 */
public record AccountAccess(
        boolean reached,
        Credentials credentials,
        Optional<Duration> clockAhead,
        Duration turnIn,
        Optional<UsageException> failure) {

    /** Checks that no part is {@code null}. */
    public AccountAccess {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(clockAhead, "clockAhead");
        Objects.requireNonNull(turnIn, "turnIn");
        Objects.requireNonNull(failure, "failure");
    }

    /** What a carrier thinks of credentials. */
    public enum Credentials {
        /** They are good. */
        ACCEPTED,
        /** They are not, or do not allow what was asked. */
        REFUSED,
        /** It was not found out. */
        NOT_TOLD
    }
}
