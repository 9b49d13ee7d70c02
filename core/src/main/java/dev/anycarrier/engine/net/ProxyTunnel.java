package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks a proxy for a tunnel (RFC 9110, 9.3.6). No credential is ever sent to it. */
final class ProxyTunnel {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final TimedSocket socket;
    private final Peer proxy;

    ProxyTunnel(final TimedSocket socket, final Peer proxy) {
        this.socket = socket;
        this.proxy = proxy;
    }

    /**
     * Makes the connection to the proxy one to the origin.
     *
     * @throws UsageException if the proxy does not want to
     */
    void open(final Origin origin, final String userAgent) throws IOException {
        final String request =
                "CONNECT " + origin + " HTTP/1.1\r\nHost: " + origin + "\r\nUser-Agent: " + userAgent + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        final InputBuffer input = new InputBuffer(socket.getInputStream(), proxy);
        final int status = HeadReader.read(input).status();
        if (status / 100 != 2) {
            throw refused(origin, status);
        }
        if (!input.isEmpty()) {
            throw proxy.sent("bytes of its own before the tunnel to " + origin);
        }
    }

    private UsageException refused(final Origin origin, final int status) {
        final String what = proxy + " answered HTTP " + status + " instead of opening a tunnel to " + origin;
        return UsageException.unavailable(UnavailableCause.NETWORK, what)
                .retryable(status != PROXY_AUTHENTICATION_REQUIRED)
                .build();
    }
}
