package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.usage.SimId;
import java.util.List;

/** The states of SIMs. */
public final class StatusRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.STATUS, 1, "The state of every SIM is the one that the carrier means.")
                    .because("A SIM that is taken for active is sold top-ups it cannot use.")
                    .lookAt("The words of the carrier's status, those missing from its list too.")
                    .shownBy(StatusRules::ofEverySim),
            must(Group.STATUS, 2, "A SIM that the carrier once had is GONE.")
                    .because("Platforms stop asking for it, and only then.")
                    .lookAt("Status 410, or the carrier's own code for it.")
                    .shownBy(StatusRules::gone));

    private StatusRules() {}

    private static void ofEverySim(final Trial trial) {
        final List<String> differences = trial.sims().stream()
                .flatMap(truth -> TruthComparison.status(truth, trial.report(truth.sim())).stream())
                .toList();
        unless(differences.isEmpty(), Shown.first(differences));
    }

    private static void gone(final Trial trial) {
        final SimId gone = trial.carrier().sims().stream()
                .filter(SimTruth::gone)
                .map(SimTruth::sim)
                .findFirst()
                .orElseThrow(() -> NotTried.notApplicable("the carrier forgets what it no longer has"));
        final UsageException failure = trial.failure(gone);
        unless(failure.kind() == Kind.GONE, "it is " + failure.getMessage());
    }
}
