package dev.anycarrier.simulation.law;

/** What a client is in when something goes wrong. Several may hold at a time. */
public enum ClientState {
    /** Nothing is known of the SIM, or of any of the account's if it is not about one. */
    COLD,
    /** What is known is not older than the carrier's interval. */
    FRESH,
    /** What is known is older. */
    STALE,
    /** The carrier has asked to wait, and that time is not over. */
    HELD,
    /** The carrier has failed so often just before that it is left alone. */
    OPEN,
    /** The token that was used last is good no more. */
    TOKEN_OVER,
    /** A sweep is under way. */
    SWEEPING,
    /** The process was started again just before. */
    RESTARTED
}
