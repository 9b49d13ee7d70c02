package dev.anycarrier.spi;

/** What a {@link RateLimit} counts together. */
public enum LimitScope {
    /** The requests about one SIM. */
    SIM,
    /** All requests of the account but those to the token endpoint. */
    ACCOUNT,
    /** The requests to the token endpoint. */
    TOKEN_ENDPOINT
}
