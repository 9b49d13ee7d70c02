package dev.anycarrier.testkit.conformance;

import dev.anycarrier.Capability;
import java.util.List;
import java.util.Locale;

/** A rule in the making. Immutable: each step returns another draft. */
record RuleDraft(
        Group group,
        int number,
        Level level,
        String sentence,
        String why,
        String lookAt,
        Capability concerns,
        List<Route> routes) {

    private static final String SINCE = "0.1";

    static RuleDraft must(final Group group, final int number, final String sentence) {
        return new RuleDraft(
                group, number, Level.MUST, sentence, "", "", Capability.USAGE, List.of(Route.PROVIDER, Route.ENGINE));
    }

    static RuleDraft should(final Group group, final int number, final String sentence) {
        final RuleDraft must = must(group, number, sentence);
        return new RuleDraft(group, number, Level.SHOULD, sentence, "", "", must.concerns, must.routes);
    }

    RuleDraft because(final String newWhy) {
        return new RuleDraft(group, number, level, sentence, newWhy, lookAt, concerns, routes);
    }

    RuleDraft lookAt(final String newLookAt) {
        return new RuleDraft(group, number, level, sentence, why, newLookAt, concerns, routes);
    }

    /** The rule applies to providers that can do this. */
    RuleDraft concerning(final Capability capability) {
        return new RuleDraft(group, number, level, sentence, why, lookAt, capability, routes);
    }

    /** The rule can be shown on this route alone. */
    RuleDraft only(final Route route) {
        return new RuleDraft(group, number, level, sentence, why, lookAt, concerns, List.of(route));
    }

    CheckedRule shownBy(final Check check) {
        final String id = String.format(Locale.ROOT, "%s-%02d", group, number);
        return new CheckedRule(new Rule(id, level, SINCE, group, concerns, sentence, why, lookAt), routes, check);
    }
}
