package dev.anycarrier.testkit.conformance.result;

import dev.anycarrier.testkit.conformance.rule.Route;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of trying a provider by one rule on one way.
 *
 * @param route the way
 * @param outcome what came of it
 * @param found what was found or is lacking; empty if the rule is kept
 * @param evidence the last requests and answers, oldest first, without secrets
 * @param took how long it took
 */
public record RouteResult(Route route, Outcome outcome, String found, List<Evidence> evidence, Duration took) {

    /** Copies the list. */
    public RouteResult {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(found, "found");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(took, "took");
    }
}
