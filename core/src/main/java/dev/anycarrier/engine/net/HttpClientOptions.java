package dev.anycarrier.engine.net;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link BoundedHttpClient} behaves.
 *
 * @param connectTimeout how long it may take to connect, proxy and TLS included
 * @param maximumConnections how many connections may be open at a time, used and idle together
 * @param connectionIdleTime how long an unused connection is kept
 * @param reuseConnections whether a connection serves more than one request
 * @param maximumBodyBytes the longest body that is read; holds for the bytes on the wire and for the decompressed ones
 * @param userAgent the value of {@code User-Agent}
 * @param proxy the proxy that every request goes through, as {@code http://host:port}, or empty for none; neither system
 *     properties nor the environment are asked
 * @param allowHttp whether requests may leave this machine without TLS
 * @param allowPrivateAddress whether a host may have an address of a private network, or of this machine
 * @param tls keys and certificates
 */
public record HttpClientOptions(
        Duration connectTimeout,
        int maximumConnections,
        Duration connectionIdleTime,
        boolean reuseConnections,
        int maximumBodyBytes,
        String userAgent,
        Optional<URI> proxy,
        boolean allowHttp,
        boolean allowPrivateAddress,
        TlsOptions tls) {

    private static final int MOST_CONNECTIONS = 100_000;
    private static final int LARGEST_BODY = 1 << 30;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range; the message names the setting
     */
    public HttpClientOptions {
        Objects.requireNonNull(userAgent, "userAgent");
        Objects.requireNonNull(tls, "tls");
        require(connectTimeout.compareTo(Duration.ZERO) > 0, "connect-timeout must be longer than nothing");
        require(
                maximumConnections > 0 && maximumConnections <= MOST_CONNECTIONS,
                "maximum-connections must be from 1 to " + MOST_CONNECTIONS);
        require(!connectionIdleTime.isNegative(), "connection-idle-time must not be negative");
        require(
                maximumBodyBytes > 0 && maximumBodyBytes <= LARGEST_BODY,
                "maximum-body-bytes must be from 1 to " + LARGEST_BODY);
        require(proxy.isEmpty() || isProxy(proxy.get()), "proxy must be http://host:port and nothing more");
    }

    private static boolean isProxy(final URI proxy) {
        return "http".equalsIgnoreCase(proxy.getScheme())
                && proxy.getHost() != null
                && proxy.getPort() > 0
                && proxy.getRawUserInfo() == null
                && (proxy.getRawPath().isEmpty() || proxy.getRawPath().equals("/"))
                && proxy.getRawQuery() == null;
    }

    private static void require(final boolean holds, final String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
