package dev.anycarrier.testkit.conformance;

/** What a {@link Rule} is about. The name begins the identifiers of its rules. */
public enum Group {
    /** What a factory and a provider say of themselves. */
    DESCRIPTION,
    /** Who is asked about what, and that the answer is about just that. */
    IDENTITY,
    /** Allowances, amounts and states are those of the carrier, to the byte. */
    NUMBERS,
    /** Usage records and totals by tag, where the provider has them. */
    RECORDS,
    /** Every failure is of the kind that its cause asks for, and costs no more requests than it must. */
    ERRORS,
    /** No secret, no SIM's whole identifier and no body gets out. */
    SECRETS,
    /** Closing and interrupting end what they should, and nothing else. */
    CLOSE
}
