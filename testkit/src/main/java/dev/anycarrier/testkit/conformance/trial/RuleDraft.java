package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Level;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A rule in the making. Immutable: each step returns another draft.
 *
 * @param group what it is about
 * @param number its number in the group
 * @param level how binding it is
 * @param sentence the rule itself
 * @param why why it matters
 * @param lookAt what to look at when it fails
 * @param concerns what a provider must be able to do for it to apply
 * @param routes the ways on which it is tried
 */
public record RuleDraft(
        Group group,
        int number,
        Level level,
        String sentence,
        String why,
        String lookAt,
        Capability concerns,
        List<Route> routes) {

    private static final String SINCE = "0.1";

    /** A rule without which a provider cannot be trusted. */
    public static RuleDraft must(final Group group, final int number, final String sentence) {
        return of(group, number, Level.MUST, sentence);
    }

    /** A rule that there may be a reason to break. */
    public static RuleDraft should(final Group group, final int number, final String sentence) {
        return of(group, number, Level.SHOULD, sentence);
    }

    private static RuleDraft of(final Group group, final int number, final Level level, final String sentence) {
        return new RuleDraft(
                group, number, level, sentence, "", "", Capability.USAGE, List.of(Route.PROVIDER, Route.ENGINE));
    }

    /** Why it matters, one sentence. */
    public RuleDraft because(final String newWhy) {
        return new RuleDraft(group, number, level, sentence, newWhy, lookAt, concerns, routes);
    }

    /** What to look at when it fails, one sentence. */
    public RuleDraft lookAt(final String newLookAt) {
        return new RuleDraft(group, number, level, sentence, why, newLookAt, concerns, routes);
    }

    /** The rule applies to providers that can do this. */
    public RuleDraft concerning(final Capability capability) {
        return new RuleDraft(group, number, level, sentence, why, lookAt, capability, routes);
    }

    /** The rule can be shown on this route alone. */
    public RuleDraft only(final Route route) {
        return new RuleDraft(group, number, level, sentence, why, lookAt, concerns, List.of(route));
    }

    /** The rule is shown on one route more. */
    public RuleDraft also(final Route route) {
        final List<Route> more =
                Stream.concat(routes.stream(), Stream.of(route)).toList();
        return new RuleDraft(group, number, level, sentence, why, lookAt, concerns, more);
    }

    /** The rule and what shows it. */
    public CheckedRule shownBy(final Check check) {
        return new CheckedRule(rule(), routes, false, check);
    }

    /** The rule and what shows it while no other is tried, because it looks at what a whole process shares. */
    public CheckedRule shownAloneBy(final Check check) {
        return new CheckedRule(rule(), routes, true, check);
    }

    private Rule rule() {
        final String id = String.format(Locale.ROOT, "%s-%02d", group, number);
        return new Rule(id, level, SINCE, group, concerns, sentence, why, lookAt);
    }
}
