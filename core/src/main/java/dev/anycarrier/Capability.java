package dev.anycarrier;

/** What an account can be asked. */
public enum Capability {
    /** {@link CarrierAccount#usage}. Every account can. */
    USAGE,
    /** {@link CarrierAccount#records}. */
    RECORDS,
    /** {@link CarrierAccount#usageByHour}. */
    USAGE_BY_HOUR,
    /** {@link CarrierAccount#tagTotal}. */
    TAG_TOTAL
}
