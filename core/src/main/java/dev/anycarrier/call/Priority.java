package dev.anycarrier.call;

/** Who goes first when a carrier's limit leaves room for one request. */
public enum Priority {
    /** Somebody waits for the answer. */
    INTERACTIVE,
    /** One of many SIMs that are read in passing: goes after everything interactive. */
    SWEEP
}
