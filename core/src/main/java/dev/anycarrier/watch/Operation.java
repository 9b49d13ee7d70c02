package dev.anycarrier.watch;

/** What can be asked of a carrier; each has a circuit breaker of its own. */
public enum Operation {
    /** The usage of a SIM. */
    USAGE,
    /** A page of usage records. */
    RECORDS,
    /** A page of usage by the hour. */
    USAGE_BY_HOUR,
    /** The total of a tag. */
    TAG_TOTAL,
    /** An access token. */
    TOKEN,
    /** Whether the carrier is there and lets us ask. */
    ACCESS
}
