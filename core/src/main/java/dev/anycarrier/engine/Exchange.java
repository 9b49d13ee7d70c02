package dev.anycarrier.engine;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;

/** One attempt: one request on the wire and its answer. Implemented by the bounded client; a seam for simulation. */
@FunctionalInterface
public interface Exchange {

    /**
     * Sends a request.
     *
     * @param deadline when the attempt's time is over, on the monotonic clock
     * @throws dev.anycarrier.spi.UsageException if there is no whole answer
     */
    HttpResponse send(HttpRequest request, long deadline);
}
