package dev.anycarrier.spi;

/**
 * The one way to a carrier: every request of every provider passes here. Thread-safe; blocks; reacts to interruption.
 *
 * <p>One call is one request on the wire (and at most one more after a fresh token). Redirects are not followed and
 * cookies not kept. The answer is complete, decoded and within the configured bounds, whatever its status.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws UsageException {@link UsageException.Kind#UNAVAILABLE} if no answer came, {@link
     *     UsageException.Kind#PROTOCOL} if it was not HTTP as it should be, {@link UsageException.Kind#TOO_LARGE} if it
     *     passed a bound, {@link UsageException.Kind#DEADLINE_EXCEEDED} if the call's time is over, {@link
     *     UsageException.Kind#CANCELLED} if the thread was interrupted or the owner closed (the interrupt flag stays
     *     set); never because of the answer's status
     */
    HttpResponse send(HttpRequest request);
}
