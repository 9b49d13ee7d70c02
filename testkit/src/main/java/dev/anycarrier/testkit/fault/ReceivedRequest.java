package dev.anycarrier.testkit.fault;

import dev.anycarrier.spi.HttpHeaders;
import java.util.Objects;

/**
 * A request as a {@link FaultServer} read it from the wire.
 *
 * @param connection the number of the connection it came on, from 1
 * @param method its method
 * @param target its raw path and query
 * @param headers its headers, in order
 * @param body its body, one character a byte; empty if it has none or the script did not read it
 */
public record ReceivedRequest(int connection, String method, String target, HttpHeaders headers, String body) {

    /** Checks that no part is {@code null}. */
    public ReceivedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }
}
