package dev.anycarrier.spi;

import java.time.InstantSource;

/** What a provider is given for one account. Thread-safe, valid until the provider is closed. */
public interface ProviderContext {

    /** The configured name of the account. */
    String account();

    /** The values of the account's settings. */
    ProviderSettings settings();

    /** The clock to stamp reports with. */
    InstantSource clock();

    /** Where a provider reports what no caller asked for but somebody should know. */
    ProviderEvents events();

    /**
     * A transport whose every request carries the authentication. The engine decides when a token is fetched, shares it
     * between all callers, and repeats a request once when the carrier no longer accepts the token.
     */
    Transport transport(Authentication authentication);
}
