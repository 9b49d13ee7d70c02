package dev.anycarrier.testkit.chaos;

/** What may befall a request. No request is ever sent twice. */
public enum ChaosFault {
    /** No connection: nothing is sent. */
    NO_CONNECTION,
    /** The request is sent, and the connection breaks before the answer is there. */
    CONNECTION_LOST,
    /** No secure connection: nothing is sent, and asking again is said not to help. */
    NO_SECURE_CONNECTION,
    /** The request is sent, and its answer takes longer than an attempt may. */
    ATTEMPT_TIMEOUT,
    /** The request is sent, and the time of the whole call is over. */
    DEADLINE,
    /** The request is sent, and what comes back is not HTTP as it should be. */
    PROTOCOL,
    /** The request is sent, and the answer passes a bound. */
    TOO_LARGE,
    /** Status 401 in place of an answer; nothing is sent. */
    UNAUTHORIZED,
    /** Status 429 with {@code Retry-After} in place of an answer; nothing is sent. */
    TOO_MANY_REQUESTS,
    /** Status 503 in place of an answer; nothing is sent. */
    OUT_OF_SERVICE,
    /** The answer's body ends somewhere before its end. */
    TRUNCATED_BODY,
    /** A few bytes of the answer's body are others. */
    GARBLED_BODY,
    /** The answer has no body. */
    EMPTY_BODY,
    /** The answer comes later; only if {@linkplain ChaosOptions#withDelays delays} are asked for. */
    DELAY
}
