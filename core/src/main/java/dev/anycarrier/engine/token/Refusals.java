package dev.anycarrier.engine.token;

import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;

/**
 * Tokens that the carrier refuses before their end. The first refusal leads to a new token at once; when tokens are
 * refused that were just fetched on account of a refusal, as from a carrier whose machines do not agree, fetches become
 * rarer. Used under a lock.
 */
final class Refusals {

    private final TokenBackoff backoff;
    private long refused;
    private int inARow;
    private long until;

    Refusals(final TokenBackoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Takes note that the carrier refuses the token at hand.
     *
     * @return why no other one is fetched yet, or empty if one may be
     */
    Optional<TokenStep.Fail> add(final Held held, final long now) {
        if (inARow > 0 && now - held.obtainedAt() - TokenBackoff.LONGEST >= 0) {
            inARow = 0;
        }
        if (inARow > 0 && now - until < 0) {
            return Optional.of(new TokenStep.Fail(
                    UsageException.of(
                                    Kind.AUTHENTICATION_FAILED,
                                    "the carrier refuses the access token that it gave just before")
                            .build(),
                    until));
        }
        refused = held.generation();
        return Optional.empty();
    }

    /**
     * Takes note of a new token.
     *
     * @param replaced the generation of the one before, or 0
     */
    void fetched(final long replaced, final long now) {
        if (replaced > 0 && replaced == refused) {
            inARow++;
            until = now + backoff.after(inARow);
        } else {
            inARow = 0;
        }
    }
}
