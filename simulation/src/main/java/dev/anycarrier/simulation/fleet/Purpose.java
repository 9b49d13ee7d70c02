package dev.anycarrier.simulation.fleet;

/** What a request is for. */
public enum Purpose {
    /** A token. */
    TOKEN,
    /** The balance of a SIM. */
    BALANCE,
    /** The records of a SIM. */
    SIM_RECORDS,
    /** The records of the account. */
    ACCOUNT_RECORDS,
    /** A SIM's own resource, with its data limit. */
    SIM_DETAILS,
    /** Nothing that the carrier has. */
    UNKNOWN
}
