package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** What a plugin leaves alone in a process that is not its own. */
public final class HygieneRules {

    public static final List<CheckedRule> ALL =
            List.of(must(Group.HYGIENE, 1, "Every request passes the context's transport.")
                    .because("Only there are limits kept, bounds held and origins checked.")
                    .lookAt("HTTP clients of the provider's own.")
                    .only(Route.ENGINE)
                    .shownBy(HygieneRules::transport));

    private HygieneRules() {}

    private static void transport(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            trial.report(truth.sim());
        }
        final long sent = trial.account().statistics().requests();
        final int arrived = trial.overlay().exchanges().size();
        unless(arrived == sent, sent + " requests passed the transport, and " + arrived + " arrived at the carrier");
    }
}
