package dev.anycarrier.testkit.conformance.result;

import java.util.Objects;

/**
 * A request of the provider and the answer it was given, as they were on the wire: lines of text, cut where they are
 * long, secrets and identifiers of SIMs masked, bytes that are no text shown as such.
 *
 * @param request the request: its line, its headers, its body
 * @param answer the answer: its status, its headers, its body; or what was done to the connection in its place
 */
public record Evidence(String request, String answer) {

    /** Checks that both are there. */
    public Evidence {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
    }
}
