package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import java.util.List;
import java.util.Map;

/** Tells who may ask a running carrier. Thread-safe. */
interface Gate {

    /** The settings that hold the credentials. */
    Map<String, String> settings();

    /** Whether the request proves who asks. */
    boolean admits(SimulatorRequest request);

    /** What it answers itself. */
    default List<SimulatorRoute> routes() {
        return List.of();
    }

    /** Takes back every token. */
    default void revokeTokens() {}

    static Gate of(final TemplateSimulator template, final Draw draw, final Limits limits) {
        final SimulatedAuthentication authentication = template.authentication();
        if (authentication instanceof SimulatedAuthentication.TokenEndpoint endpoint) {
            return new TokenGate(template, endpoint, draw, limits);
        }
        return new HeaderGate((SimulatedAuthentication.Headers) authentication, draw);
    }
}
