package dev.anycarrier.testkit.conformance;

import java.util.Objects;

/**
 * What came of trying a provider by one rule.
 *
 * @param rule the rule
 * @param outcome what came of it
 * @param found what was found or is lacking; empty if the rule is kept
 */
public record RuleResult(Rule rule, Outcome outcome, String found) {

    /** Checks that every part is there. */
    public RuleResult {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(found, "found");
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
