package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes one result of those on all routes: a rule is kept if it is kept on every route that it can be shown on. */
final class Agreement {

    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.FAILED, Outcome.NOT_OFFERED, Outcome.PASSED, Outcome.NOT_APPLICABLE);

    private Agreement() {}

    static RuleResult of(final Rule rule, final long seed, final List<RouteResult> routes) {
        final Outcome outcome = WORST_FIRST.stream()
                .filter(worst -> routes.stream().anyMatch(route -> route.outcome() == worst))
                .findFirst()
                .orElseThrow();
        final RouteResult first = routes.stream()
                .filter(route -> route.outcome() == outcome)
                .findFirst()
                .orElseThrow();
        final String found = outcome == Outcome.FAILED
                ? first.route().description() + " (seed " + seed + "): " + first.found() + otherwise(routes)
                : first.found();
        return new RuleResult(rule, outcome, found, routes, Optional.empty());
    }

    /** Where only some ways fail, the others are part of what was found. */
    private static String otherwise(final List<RouteResult> routes) {
        final String kept = routes.stream()
                .filter(route -> route.outcome() == Outcome.PASSED)
                .map(route -> route.route().description())
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? "" : "\nthe rule is kept " + kept + ": the results do not agree";
    }
}
