package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.ClusterAnswer;

/** What comes of asking for leave among several nodes, once any wait is over. */
public sealed interface SharedAnswer {

    /** The request may be sent. */
    record Permitted(SharedPermit permit) implements SharedAnswer {}

    /**
     * It need not be sent.
     *
     * @param askedAt when the store was asked, on the monotonic clock: the ages it says are those of that moment or later
     */
    record Known(ClusterAnswer.Known value, long askedAt) implements SharedAnswer {}

    /** Another node sends it. */
    record Elsewhere(ClusterAnswer.Elsewhere flight) implements SharedAnswer {}
}
