package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.List;

/**
 * A rule and what shows whether it is kept, on each of its routes.
 *
 * @param rule the rule
 * @param routes the ways on which it is tried
 * @param alone whether nothing else may run meanwhile, because it looks at what the whole process shares
 * @param check what shows it
 */
public record CheckedRule(Rule rule, List<Route> routes, boolean alone, Check check) {

    /** Copies the list. */
    public CheckedRule {
        routes = List.copyOf(routes);
    }
}
