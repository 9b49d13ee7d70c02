package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.Wire;

/** Opens the way to the carrier of one account. Thread-safe. */
@FunctionalInterface
public interface WireFactory {

    /**
     * Opens it; no connection yet.
     *
     * @param account the account's name
     * @throws IllegalArgumentException if the options do not fit together; the message names the setting
     */
    Wire open(String account, HttpClientOptions options);
}
