package dev.anycarrier.watch;

/** Whether an operation's requests are let through to a carrier. */
public enum BreakerState {
    /** They are. */
    CLOSED,
    /** They are not, since the carrier has failed too often just before. */
    OPEN,
    /** One at a time is, to find out whether the carrier is back. */
    PROBING
}
