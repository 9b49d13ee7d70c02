package dev.anycarrier.testkit.conformance.result;

import dev.anycarrier.testkit.conformance.rule.Rule;

/** What came of trying a provider by a {@link Rule}. */
public enum Outcome {
    /** The provider keeps the rule. */
    PASSED,
    /** The provider breaks the rule; or it keeps one that it is said to deviate from. */
    FAILED,
    /** The provider breaks the rule, as a {@link Deviation} says. */
    DEVIATED,
    /** The simulated carrier can do what the rule concerns, and the provider does not offer it. */
    NOT_OFFERED,
    /** Neither carrier nor provider have what the rule concerns. */
    NOT_APPLICABLE,
    /** Nobody tried. */
    NOT_RUN
}
