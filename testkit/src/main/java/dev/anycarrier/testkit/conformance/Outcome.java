package dev.anycarrier.testkit.conformance;

/** What came of trying a provider by a {@link Rule}. */
public enum Outcome {
    /** The provider keeps the rule. */
    PASSED,
    /** The provider breaks the rule. */
    FAILED,
    /** The simulated carrier can do what the rule concerns, and the provider does not offer it. */
    NOT_OFFERED,
    /** Neither carrier nor provider have what the rule concerns. */
    NOT_APPLICABLE
}
