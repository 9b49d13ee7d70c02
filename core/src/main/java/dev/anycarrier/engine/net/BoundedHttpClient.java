package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;

/**
 * A client for HTTP/1.1 (RFC 9110, RFC 9112) in which everything has a bound. Thread-safe.
 *
 * <p>A call writes its request once, and never again, whatever happens. Its deadline holds for waiting, connecting, and
 * every byte read. Redirects, cookies, caches, authentication, other protocol versions and system-wide settings do not
 * exist here. An answer counts only if its end is beyond doubt.
 *
 * <p>A connection is used again only after an answer that ended cleanly, and only if nothing has come in since. What
 * remains is an answer that nobody asked for and that arrives just as the next request is written: it passes for that
 * request's answer, unless the body names the SIM; only {@code reuseConnections} set to false excludes it.
 */
public final class BoundedHttpClient implements AutoCloseable {

    private final HttpClientOptions options;
    private final TimeSource time;
    private final OpenSockets sockets = new OpenSockets();
    private final ConnectionPool pool;
    private final RequestWriter writer;

    /**
     * A client; opens no connection yet.
     *
     * @throws IllegalArgumentException if a key store or a pin cannot be used; the message names the setting
     */
    public BoundedHttpClient(final HttpClientOptions options, final TimeSource time, final NameResolver resolver) {
        this.options = options;
        this.time = time;
        this.pool = new ConnectionPool(options, time, sockets, new Connector(options, resolver, sockets));
        this.writer = new RequestWriter(options);
    }

    /**
     * Sends a request, once, and waits for the whole answer, whatever its status.
     *
     * @param deadline when the attempt has to be over, as a value of {@link TimeSource#nanoTime()}
     * @throws UsageException {@link Kind#REJECTED_INPUT} if the request cannot be sent as it is, {@link
     *     Kind#UNAVAILABLE} if no answer came, with the cause {@link
     *     dev.anycarrier.spi.UnavailableCause#ATTEMPT_TIMEOUT} if none came in time, {@link Kind#PROTOCOL} if the answer
     *     is not HTTP as it should be or the request must not go where it would, {@link Kind#TOO_LARGE} if the answer
     *     passes a bound, {@link Kind#CANCELLED} if the thread was interrupted (its flag stays set) or the client closed
     */
    public HttpResponse send(final HttpRequest request, final long deadline) {
        final Origin origin = Origin.of(request.uri());
        requireSecure(origin);
        final byte[] written = writer.write(request, origin);
        final Deadline attempt = Deadline.at(time, deadline);
        try {
            return exchange(written, request.method(), origin, attempt);
        } catch (final IOException e) {
            throw sockets.isClosed() ? NetworkFailure.closed() : NetworkFailure.of(e, origin, attempt);
        }
    }

    /** Closes the connections that are kept for reuse: for when one turned out to give answers to other questions. */
    public void dropIdleConnections() {
        pool.dropIdle();
    }

    /** Ends every exchange and closes every connection. Idempotent. */
    @Override
    public void close() {
        if (sockets.closeAll()) {
            pool.wakeAll();
        }
    }

    /** How many connections are open, used and idle together. */
    int openConnections() {
        return sockets.count();
    }

    private HttpResponse exchange(
            final byte[] request, final String method, final Origin origin, final Deadline deadline)
            throws IOException {
        final Connection connection = pool.take(origin, deadline);
        boolean reusable = false;
        try {
            connection.write(request, deadline);
            final InputBuffer input = connection.input();
            final ResponseHead head = HeadReader.read(input);
            final Framing framing = Framing.of(head, method, input.peer());
            final byte[] body = BodyReader.read(input, framing, options.maximumBodyBytes());
            final byte[] content =
                    ContentDecoder.decode(body, head.headers(), options.maximumBodyBytes(), input.peer());
            reusable = options.reuseConnections() && head.keepsConnection() && input.isEmpty();
            return new HttpResponse(head.status(), head.headers(), content);
        } finally {
            pool.giveBack(connection, reusable);
        }
    }

    private void requireSecure(final Origin origin) {
        if (!origin.secure() && !options.allowHttp() && !AddressPolicy.isLoopback(origin.host())) {
            throw UsageException.of(
                            Kind.PROTOCOL, "no request goes to " + origin + " by http; use https, or set allow-http")
                    .build();
        }
    }
}
