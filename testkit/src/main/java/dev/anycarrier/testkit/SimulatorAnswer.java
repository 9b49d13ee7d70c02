package dev.anycarrier.testkit;

import dev.anycarrier.spi.HttpHeaders;
import java.util.Objects;

/**
 * What a simulated carrier answers.
 *
 * @param status the HTTP status
 * @param headers further headers; length, type and date are the server's own
 * @param json the body, sent as it is and declared as {@code application/json}
 */
public record SimulatorAnswer(int status, HttpHeaders headers, String json) {

    /** Checks that no part is {@code null}. */
    public SimulatorAnswer {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(json, "json");
    }

    /** An answer without further headers. */
    public static SimulatorAnswer of(final int status, final String json) {
        return new SimulatorAnswer(status, HttpHeaders.none(), json);
    }

    /** A good answer (200) without further headers. */
    public static SimulatorAnswer ok(final String json) {
        return of(200, json);
    }

    /** This answer with one more header. */
    public SimulatorAnswer withHeader(final String name, final String value) {
        return new SimulatorAnswer(status, headers.with(name, value), json);
    }
}
