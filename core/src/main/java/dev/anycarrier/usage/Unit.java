package dev.anycarrier.usage;

/** The base units of all amounts. Nothing is ever expressed in a multiple of them. */
public enum Unit {
    /** Bytes of data, up and down together unless a carrier says otherwise. */
    BYTES,
    /** Seconds of voice. */
    SECONDS,
    /** Text messages. */
    MESSAGES
}
