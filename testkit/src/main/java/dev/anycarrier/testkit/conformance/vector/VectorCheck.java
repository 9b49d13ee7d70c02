package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.testkit.conformance.trial.Check;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a rule by all cells that belong to it, and names each that is not as it must be.
 *
 * @param rule the rule's identifier
 */
public record VectorCheck(String rule) implements Check {

    @Override
    public void run(final Trial trial) throws InterruptedException {
        final List<String> findings = new ArrayList<>();
        for (final FaultFamily family : FaultVectors.standard().of(rule)) {
            findings.addAll(new FamilyTrial(trial, family).findings());
        }
        Violation.unless(findings.isEmpty(), Shown.first(findings));
    }
}
