package dev.anycarrier.engine;

import java.util.Objects;

/**
 * Whose questions these are.
 *
 * @param account the configured name of the account
 * @param provider the identifier of its provider
 */
public record AccountIdentity(String account, String provider) {

    /** Checks that both are there. */
    public AccountIdentity {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(provider, "provider");
    }
}
