package dev.anycarrier.testkit.conformance.rule;

/** How binding a {@link Rule} is (RFC 2119). */
public enum Level {
    /** Without it the provider cannot be trusted. */
    MUST,
    /** There may be a reason to do otherwise, which has to be given. */
    SHOULD
}
