package dev.anycarrier.engine.token;

import dev.anycarrier.spi.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A token and the credentials that were given for it.
 *
 * @param credentials those that were in force when its fetch began
 * @param number by which other nodes know it; 0 if they do not
 */
record Fetched(AccessTokens.Held held, List<Secret> credentials, long number) {

    /** Whether it belongs to the credentials in force; if these cannot be told, nothing speaks against it. */
    boolean fits(final Optional<List<Secret>> inForce) {
        return inForce.isEmpty() || inForce.get().equals(credentials);
    }
}
