package dev.anycarrier.usage;

/** The state of a SIM at its carrier. The carrier's own word is kept beside it in {@link UsageReport#carrierStatus()}. */
public enum SimStatus {
    /** Sold or provisioned, never used yet. */
    NOT_ACTIVE,
    /** In use. */
    ACTIVE,
    /** Blocked for now; may come back. */
    SUSPENDED,
    /** Its allowance is used up. */
    EXHAUSTED,
    /** Its validity is over. */
    EXPIRED,
    /** Gone for good: recycled, deactivated or deleted. */
    TERMINATED,
    /** The carrier says nothing, or a word that this version does not know. */
    UNKNOWN
}
