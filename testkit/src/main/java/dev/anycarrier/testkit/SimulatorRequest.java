package dev.anycarrier.testkit;

import dev.anycarrier.spi.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A request as it came over the wire, and what its route made of the path.
 *
 * @param time when it arrived, by the carrier's clock
 * @param method its method
 * @param target its raw path and query
 * @param variables the segments of the path that the route names, as written in the request
 * @param headers its headers
 * @param body its body, read as UTF-8; empty if it has none
 */
public record SimulatorRequest(
        Instant time, String method, String target, Map<String, String> variables, HttpHeaders headers, String body) {

    /** Copies the variables. */
    public SimulatorRequest {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        variables = Map.copyOf(variables);
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /**
     * The segment of the path that the route names so.
     *
     * @throws IllegalArgumentException if the route names none so
     */
    public String variable(final String name) {
        final String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable {" + name + "}, only " + variables.keySet());
        }
        return value;
    }

    SimulatorRequest withVariables(final Map<String, String> newVariables) {
        return new SimulatorRequest(time, method, target, newVariables, headers, body);
    }

    /** The path, without the query. */
    public String path() {
        final int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The decoded parameters of the query, each name with its values in their order. */
    public Map<String, List<String>> query() {
        final int query = target.indexOf('?');
        return query < 0 ? Map.of() : UrlEncodedParameters.parse(target.substring(query + 1));
    }

    /** The decoded fields of a form in the body; empty unless the request declares its body as one. */
    public Map<String, List<String>> form() {
        final boolean declared = headers.first("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
        return declared ? UrlEncodedParameters.parse(body) : Map.of();
    }
}
