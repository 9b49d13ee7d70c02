package dev.anycarrier.usage;

/** The state of one {@link Bucket}. */
public enum BucketStatus {
    /** Granted, but not started. */
    NOT_ACTIVE,
    /** Can be used now. */
    ACTIVE,
    /** Nothing is left. */
    EXHAUSTED,
    /** Its validity is over, whatever is left. */
    EXPIRED,
    /** The carrier does not say. */
    UNKNOWN
}
