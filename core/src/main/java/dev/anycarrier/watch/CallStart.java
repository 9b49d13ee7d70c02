package dev.anycarrier.watch;

import dev.anycarrier.call.Priority;
import dev.anycarrier.usage.SimId;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that begins.
 *
 * @param provider the identifier of the account's provider
 * @param account the configured name of the account
 * @param node the name of this node, or empty if no other shares the account
 * @param operation what is asked
 * @param sim the SIM that it is about, or empty. Its {@link Object#toString() toString} is masked; its value is for nobody's
 *     logs or metrics
 * @param priority whether somebody waits
 * @param correlationId what the caller gave, or empty
 */
public record CallStart(
        String provider,
        String account,
        Optional<String> node,
        Operation operation,
        Optional<SimId> sim,
        Priority priority,
        Optional<String> correlationId) {

    /** Checks that every part is there. */
    public CallStart {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(correlationId, "correlationId");
    }
}
