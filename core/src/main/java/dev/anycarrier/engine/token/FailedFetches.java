package dev.anycarrier.engine.token;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fetches that failed in a row, of which the last one answers for those not made. Used under a lock. */
final class FailedFetches {

    private final TokenBackoff backoff;
    private @Nullable UsageException last;
    private Optional<List<Secret>> credentials = Optional.empty();
    private long until;
    private int count;

    FailedFetches(final TokenBackoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Remembers a failure.
     *
     * @param notBefore what the carrier said about the next try, on the monotonic clock, or empty
     * @param newCredentials those it failed with, or empty if they could not be told
     * @return the step for whoever needs a token meanwhile
     */
    TokenStep.Fail add(
            final UsageException failure,
            final OptionalLong notBefore,
            final Optional<List<Secret>> newCredentials,
            final long now) {
        count++;
        last = failure;
        credentials = newCredentials;
        until = now + backoff.after(count);
        if (notBefore.isPresent() && notBefore.getAsLong() - until > 0) {
            until = notBefore.getAsLong();
        }
        return new TokenStep.Fail(failure, until);
    }

    /** Forgets them. */
    void clear() {
        last = null;
        credentials = Optional.empty();
        count = 0;
    }

    /** The step of whoever would fetch now, or empty if that may be tried; other credentials always may. */
    Optional<TokenStep.Fail> standing(final Optional<List<Secret>> inForce, final long now) {
        if (last == null) {
            return Optional.empty();
        }
        if (inForce.isPresent() && !inForce.equals(credentials)) {
            clear();
            return Optional.empty();
        }
        return now - until < 0 ? Optional.of(new TokenStep.Fail(last, until)) : Optional.empty();
    }
}
