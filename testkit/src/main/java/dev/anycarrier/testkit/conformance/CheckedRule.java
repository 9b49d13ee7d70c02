package dev.anycarrier.testkit.conformance;

import java.util.List;

/** A rule and what shows whether it is kept, on each of its routes. */
record CheckedRule(Rule rule, List<Route> routes, Check check) {

    CheckedRule {
        routes = List.copyOf(routes);
    }
}
