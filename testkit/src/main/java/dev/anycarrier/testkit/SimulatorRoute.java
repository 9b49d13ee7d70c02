package dev.anycarrier.testkit;

import dev.anycarrier.testkit.Ledger.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a simulated carrier does with the requests of one method and path.
 *
 * @param method the method, such as {@code GET}
 * @param path the path, in which a segment in braces stands for any that is not empty, as in
 *     {@code /v2/sims/{sim}/usage}; the one named {@code sim} is the SIM that the {@link Ledger} notes
 * @param purpose what such a request is for
 * @param handler answers it; called by many threads at once
 */
public record SimulatorRoute(
        String method, String path, Purpose purpose, Function<SimulatorRequest, SimulatorAnswer> handler) {

    /** The name of the variable that stands for the SIM. */
    public static final String SIM = "sim";

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if the path does not start with a slash
     */
    public SimulatorRoute {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(handler, "handler");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + path);
        }
    }

    /** A route for {@code GET}. */
    public static SimulatorRoute get(
            final String path, final Purpose purpose, final Function<SimulatorRequest, SimulatorAnswer> handler) {
        return new SimulatorRoute("GET", path, purpose, handler);
    }

    /** A route for {@code POST}. */
    public static SimulatorRoute post(
            final String path, final Purpose purpose, final Function<SimulatorRequest, SimulatorAnswer> handler) {
        return new SimulatorRoute("POST", path, purpose, handler);
    }

    /** The variables of a path that fits, or empty if it does not. */
    Optional<Map<String, String>> match(final String requestMethod, final String requestPath) {
        final List<String> expected = segments(path);
        final List<String> actual = segments(requestPath);
        if (!method.equals(requestMethod) || expected.size() != actual.size()) {
            return Optional.empty();
        }
        final Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            final String segment = expected.get(i);
            if (segment.startsWith("{")
                    && segment.endsWith("}")
                    && !actual.get(i).isEmpty()) {
                variables.put(segment.substring(1, segment.length() - 1), actual.get(i));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> segments(final String path) {
        return List.of(path.split("/", -1));
    }
}
