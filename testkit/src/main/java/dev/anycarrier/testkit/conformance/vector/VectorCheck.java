package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.testkit.conformance.trial.Check;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows a rule by all cells that belong to it, and names each that is not as it must be.
 *
 * @param rule the rule's identifier
 */
public record VectorCheck(String rule) implements Check {

    private static final int MOST = 3;

    @Override
    public void run(final Trial trial) throws InterruptedException {
        final List<String> findings = new ArrayList<>();
        for (final FaultFamily family : FaultVectors.standard().of(rule)) {
            findings.addAll(new FamilyTrial(trial, family).findings());
        }
        Violation.unless(findings.isEmpty(), shown(findings));
    }

    /** The first findings in full, and of the others the cells that they are about. */
    private static String shown(final List<String> findings) {
        final String first = findings.stream().limit(MOST).collect(Collectors.joining("\n"));
        return findings.size() <= MOST
                ? first
                : findings.stream()
                        .skip(MOST)
                        .map(finding -> finding.substring(0, finding.indexOf(' ')))
                        .collect(Collectors.joining(", ", first + "\nand so in ", ""));
    }
}
