package dev.anycarrier.watch;

import java.util.Objects;
import java.util.Optional;

/**
 * A request that is about to be sent: what the carrier's limits allow, after all waiting.
 *
 * @param provider the identifier of the account's provider
 * @param account the configured name of the account
 * @param node the name of this node, or empty if no other shares the account
 * @param operation what it is for; empty if the provider sends it by itself, outside any call
 */
public record AttemptStart(String provider, String account, Optional<String> node, Optional<Operation> operation) {

    /** Checks that every part is there. */
    public AttemptStart {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(operation, "operation");
    }
}
