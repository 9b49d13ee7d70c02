package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Opens connections: finds the addresses, checks and tries each in turn, asks the proxy for a tunnel, secures.
 *
 * <p>With a proxy only the proxy's name is looked up here, and its address may be any; the names of carriers are looked
 * up by the proxy, out of reach of the {@link AddressPolicy}.
 */
final class Connector {

    private final HttpClientOptions options;
    private final NameResolver resolver;
    private final OpenSockets sockets;
    private final AddressPolicy policy;
    private final TlsContext tls;
    private final Optional<Origin> proxy;

    Connector(final HttpClientOptions options, final NameResolver resolver, final OpenSockets sockets) {
        this.options = options;
        this.resolver = resolver;
        this.sockets = sockets;
        this.policy = new AddressPolicy(options.allowPrivateAddress());
        this.tls = new TlsContext(options.tls());
        this.proxy = options.proxy().map(Origin::of);
    }

    /**
     * A new connection.
     *
     * @throws UsageException if none can be made
     * @throws IOException if the deadline, an interruption or closing ended it
     */
    Connection open(final Origin origin, final Deadline deadline) throws IOException {
        final Deadline sooner = deadline.within(options.connectTimeout());
        try {
            return secure(reach(origin, sooner), origin);
        } catch (final SocketTimeoutException e) {
            if (sooner.at() == deadline.at()) {
                throw e;
            }
            throw unreachable("no connection to " + origin + " within " + sooner);
        }
    }

    private Connection secure(final TimedSocket socket, final Origin origin) throws IOException {
        try {
            if (!origin.secure()) {
                return new Connection(origin, socket, socket);
            }
            if (proxy.isPresent()) {
                new ProxyTunnel(socket, Peer.proxy(proxy.get())).open(origin, options.userAgent());
            }
            return new Connection(origin, socket, tls.secure(socket, origin));
        } catch (final IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** A plain connection to the origin or to the proxy before it, by the first of its addresses that answers. */
    private TimedSocket reach(final Origin origin, final Deadline deadline) throws IOException {
        final Origin target = proxy.orElse(origin);
        final Peer peer = proxy.isPresent() ? Peer.proxy(target) : Peer.of(target);
        final List<InetAddress> addresses = resolve(target);
        if (isCancelled()) {
            throw new InterruptedIOException();
        }
        if (addresses.isEmpty()) {
            throw unreachable("no address is known for the name of " + peer);
        }
        IOException failure = new ConnectException();
        for (int i = 0; i < addresses.size(); i++) {
            final InetAddress address = addresses.get(i);
            if (proxy.isEmpty()) {
                policy.check(origin, address);
            }
            try {
                final TimedSocket socket = new TimedSocket(
                        sockets,
                        new InetSocketAddress(address, target.port()),
                        deadline.shared(addresses.size() - 1 - i));
                socket.setDeadline(deadline);
                return socket;
            } catch (final IOException e) {
                if (isCancelled()) {
                    throw e;
                }
                failure = e;
            }
        }
        if (failure instanceof SocketTimeoutException) {
            throw failure;
        }
        throw unreachable(isRefusal(failure) ? peer + " refused the connection" : "no way to " + peer);
    }

    private List<InetAddress> resolve(final Origin target) {
        try {
            return resolver.resolve(target.host());
        } catch (final UnknownHostException e) {
            // The JDK does not tell a name that does not exist from one that cannot be looked up now.
            return List.of();
        }
    }

    private boolean isCancelled() {
        return sockets.isClosed() || Thread.currentThread().isInterrupted();
    }

    /** The JDK has no type for it: other failures to connect are subclasses, or speak of something else. */
    private static boolean isRefusal(final IOException failure) {
        return failure.getClass() == ConnectException.class && "Connection refused".equals(failure.getMessage());
    }

    private static UsageException unreachable(final String what) {
        return UsageException.unavailable(UnavailableCause.NETWORK, what).build();
    }
}
