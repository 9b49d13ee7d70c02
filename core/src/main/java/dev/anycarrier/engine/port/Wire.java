package dev.anycarrier.engine.port;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;

/** The way to the carriers of one account: one call is one request on the wire and its answer. Thread-safe. */
public interface Wire extends AutoCloseable {

    /**
     * Sends a request.
     *
     * @param deadline when the attempt's time is over, on the monotonic clock
     * @param written asked right before the first byte whether it may go; called once, right after the last byte of the request was handed to the network; not called if
     *     nothing of it was. Once it was called, or anything was thrown while writing, the carrier may have seen it
     * @throws dev.anycarrier.spi.UsageException if there is no whole answer; the request may have been seen unless
     *     {@link Written#notSent()} was called
     */
    HttpResponse send(HttpRequest request, long deadline, Written written);

    /** Closes the connections that are kept for reuse: for when one turned out to give answers to other questions. */
    void dropIdleConnections();

    /** Ends every exchange and closes every connection. Idempotent. */
    @Override
    void close();

    /** What the wire tells about a request on its way, from the sending thread and before {@link #send} ends. */
    interface Written {

        /**
         * Whether the request may still be written; asked once, right before its first byte. If not, it is not sent, and the
         * wire says so and throws.
         */
        default boolean mayBeWritten() {
            return true;
        }

        /** The whole request has left. */
        void sent();

        /** Nothing of the request has left, and nothing will. */
        void notSent();
    }
}
