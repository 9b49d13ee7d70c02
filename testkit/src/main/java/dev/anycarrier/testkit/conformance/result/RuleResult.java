package dev.anycarrier.testkit.conformance.result;

import dev.anycarrier.testkit.conformance.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of trying a provider by one rule.
 *
 * @param rule the rule
 * @param outcome what came of it
 * @param found what was found or is lacking; empty if the rule is kept
 * @param routes each way on which it was tried, and what came of that; empty if it was not
 * @param deviation why the provider is known to break the rule, if it is
 */
public record RuleResult(
        Rule rule, Outcome outcome, String found, List<RouteResult> routes, Optional<Deviation> deviation) {

    /** Copies the list. */
    public RuleResult {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(found, "found");
        routes = List.copyOf(routes);
        Objects.requireNonNull(deviation, "deviation");
    }

    /** The result of a rule that nobody tried. */
    public static RuleResult notRun(final Rule rule) {
        return new RuleResult(rule, Outcome.NOT_RUN, "nobody tried it", List.of(), Optional.empty());
    }

    /** How long it took on all ways together. */
    public Duration took() {
        return routes.stream().map(RouteResult::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** The result for the person who has to act on it: the rule, what was found, why it matters, what to look at. */
    public String message() {
        final String head = rule.id() + " (" + rule.level() + ") " + rule.sentence();
        return found.isEmpty()
                ? head
                : head + "\n  found:   " + found.replace("\n", "\n           ") + "\n  why:     " + rule.why()
                        + "\n  look at: " + rule.lookAt();
    }
}
