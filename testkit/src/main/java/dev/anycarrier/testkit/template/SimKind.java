package dev.anycarrier.testkit.template;

import dev.anycarrier.usage.SimStatus;

/** The kinds of SIM that a carrier may have. */
public enum SimKind {
    /** In use. Every carrier has such SIMs. */
    ACTIVE(SimStatus.ACTIVE),
    /** In use, and the first of its buckets without any limit. */
    UNLIMITED(SimStatus.ACTIVE),
    /** In use, and of the first of its buckets the carrier says only what was used. */
    UNKNOWN_ALLOWANCE(SimStatus.ACTIVE),
    /** Never used yet: nothing is used, and no validity has begun. */
    NOT_ACTIVE(SimStatus.NOT_ACTIVE),
    /** Blocked for now. */
    SUSPENDED(SimStatus.SUSPENDED),
    /** Nothing is left. */
    EXHAUSTED(SimStatus.EXHAUSTED),
    /** Its validity is over. */
    EXPIRED(SimStatus.EXPIRED),
    /** No more in use for good, and the carrier still answers about it. */
    TERMINATED(SimStatus.TERMINATED),
    /** In a state whose word the carrier's documents do not list: what it means is not known. */
    UNLISTED_STATUS(SimStatus.UNKNOWN),
    /** The carrier once had it, and says so instead of answering about it. */
    GONE(SimStatus.TERMINATED);

    private final SimStatus status;

    SimKind(final SimStatus status) {
        this.status = status;
    }

    SimStatus status() {
        return status;
    }
}
