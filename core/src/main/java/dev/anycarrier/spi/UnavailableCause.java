package dev.anycarrier.spi;

/** Why a carrier is {@link UsageException.Kind#UNAVAILABLE}. */
public enum UnavailableCause {
    /** No connection, or one that broke. */
    NETWORK,
    /** No secure connection could be made. Not retryable, unless the connection broke meanwhile. */
    TLS,
    /** The carrier answered that it cannot answer (HTTP 5xx and alike). */
    CARRIER_ERROR,
    /** The attempt took longer than an attempt may. */
    ATTEMPT_TIMEOUT,
    /** Not even tried, since the carrier has failed too often just before. */
    CIRCUIT_OPEN,
    /** Nothing was sent for want of something on our own side: a thread, or the place of what must outlive the process. */
    LOCAL
}
