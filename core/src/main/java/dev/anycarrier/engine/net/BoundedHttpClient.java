package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * A client for HTTP/1.1 (RFC 9110, RFC 9112) in which everything has a bound. Thread-safe.
 *
 * <p>A call writes its request once, and never again, whatever happens. Its deadline holds for waiting, connecting, and
 * every byte read. Redirects, cookies, caches, authentication, other protocol versions and system-wide settings do not
 * exist here. An answer counts only if its end is beyond doubt.
 *
 * <p>Interrupting its thread ends a call at once. In JDK 17 an interruption that comes just as a wait begins may be lost
 * on it; it is noticed a quarter of a second later then, or when the time for connecting is over.
 *
 * <p>A connection is used again only after an answer that ended cleanly, and only if nothing has come in since. What
 * remains is an answer that nobody asked for and that arrives just as the next request is written: it passes for that
 * request's answer, unless the body names the SIM; only {@code reuseConnections} set to false excludes it.
 */
public final class BoundedHttpClient implements Wire {

    private final HttpClientOptions options;
    private final TimeSource time;
    private final OpenSockets sockets;
    private final ConnectionPool pool;
    private final RequestWriter writer;

    /** Where the last request went; most go to one place, and it does not matter who writes it. */
    private @Nullable Place latest;

    /**
     * A client; opens no connection yet.
     *
     * @param watch over the reads of this client and of others, on the same clock
     * @throws IllegalArgumentException if a key store or a pin cannot be used; the message names the setting
     */
    public BoundedHttpClient(
            final HttpClientOptions options,
            final TimeSource time,
            final NameResolver resolver,
            final ReadWatch watch) {
        this.options = options;
        this.time = time;
        this.sockets = new OpenSockets(watch);
        this.pool = new ConnectionPool(options, time, sockets, new Connector(options, resolver, sockets));
        this.writer = new RequestWriter(options);
    }

    /**
     * Sends a request, once, and waits for the whole answer, whatever its status.
     *
     * @param deadline when the attempt has to be over, as a value of {@link TimeSource#nanoTime()}
     * @param written asked right before the first byte whether it may go; told that the request was sent right after its last byte was handed to the network, or that it was
     *     not if not even the first was; told nothing if writing broke off. What it throws ends the exchange
     * @throws UsageException {@link Kind#REJECTED_INPUT} if the request cannot be sent as it is, {@link
     *     Kind#UNAVAILABLE} if no answer came, with the cause {@link
     *     dev.anycarrier.spi.UnavailableCause#ATTEMPT_TIMEOUT} if none came in time, {@link Kind#PROTOCOL} if the answer
     *     is not HTTP as it should be or the request must not go where it would, {@link Kind#TOO_LARGE} if the answer
     *     passes a bound, {@link Kind#CANCELLED} if the thread was interrupted (its flag stays set) or the client closed
     */
    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        final Deadline attempt = Deadline.at(time, deadline);
        final Origin origin;
        final RequestBytes bytes;
        final Connection connection;
        boolean ready = false;
        try {
            origin = origin(request.address());
            bytes = writer.write(request, origin);
            connection = connect(origin, attempt, written);
            ready = true;
        } finally {
            if (!ready) {
                written.notSent();
            }
        }
        return exchange(connection, attempt, request.method(), bytes, written);
    }

    @Override
    public void dropIdleConnections() {
        pool.dropIdle();
    }

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

    private Connection connect(final Origin origin, final Deadline deadline, final Written written) {
        try {
            final Connection connection = pool.take(origin, deadline);
            try {
                requireTimely(deadline);
            } catch (final IOException e) {
                pool.giveBack(connection, false);
                throw e;
            }
            requireWanted(connection, written);
            return connection;
        } catch (final IOException e) {
            throw failure(e, origin, deadline);
        }
    }

    /** The last look before a request is written, which nothing can take back. */
    private void requireTimely(final Deadline deadline) throws IOException {
        if (sockets.isClosed()) {
            throw new ClosedChannelException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
        if (deadline.hasPassed()) {
            throw new SocketTimeoutException();
        }
    }

    /** Setting up a connection may have taken longer than the leave to write lasts; the connection is as good as before. */
    private void requireWanted(final Connection connection, final Written written) {
        boolean goes = false;
        try {
            goes = written.mayBeWritten();
        } finally {
            if (!goes) {
                pool.giveBack(connection, options.reuseConnections());
            }
        }
        if (!goes) {
            throw NetworkFailure.withdrawn();
        }
    }

    private HttpResponse exchange(
            final Connection connection,
            final Deadline deadline,
            final String method,
            final RequestBytes request,
            final Written written) {
        boolean reusable = false;
        try {
            connection.write(request, deadline);
            written.sent();
            final InputBuffer input = connection.input();
            final ResponseHead head = HeadReader.read(input);
            final Framing framing = Framing.of(head, method, input.peer());
            final byte[] body = BodyReader.read(input, framing, options.maximumBodyBytes());
            final byte[] content =
                    ContentDecoder.decode(body, head.headers(), options.maximumBodyBytes(), input.peer());
            reusable = options.reuseConnections() && head.keepsConnection() && connection.isReadOut();
            return new HttpResponse(head.status(), head.headers(), content);
        } catch (final IOException e) {
            throw failure(e, connection.origin(), deadline);
        } finally {
            pool.giveBack(connection, reusable);
        }
    }

    private UsageException failure(final IOException failure, final Origin origin, final Deadline deadline) {
        return sockets.isClosed() ? NetworkFailure.closed() : NetworkFailure.of(failure, origin, deadline);
    }

    /** Where a request goes, if it may go there. */
    private Origin origin(final URI address) {
        final Place known = latest;
        if (known != null && known.address.equals(address)) {
            return known.origin;
        }
        final Origin origin = Origin.of(address);
        requireSecure(origin);
        latest = new Place(address, origin);
        return origin;
    }

    private void requireSecure(final Origin origin) {
        if (!origin.secure() && !options.allowHttp() && !AddressPolicy.isLoopback(origin.host())) {
            throw UsageException.of(
                            Kind.PROTOCOL, "no request goes to " + origin + " by http; use https, or set allow-http")
                    .build();
        }
    }

    /** An address to which requests may go. */
    private record Place(URI address, Origin origin) {}
}
