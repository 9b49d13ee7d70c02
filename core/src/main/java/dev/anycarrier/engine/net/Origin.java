package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.util.Locale;

/**
 * Where requests go.
 *
 * @param secure whether by {@code https}
 * @param host the host in lower case; an IPv6 address without brackets
 * @param port the port, the scheme's own if the address names none
 */
record Origin(boolean secure, String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The origin of an address; any other address than one of {@code http} or {@code https} with a host is rejected. */
    static Origin of(final URI address) {
        final boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (!secure && !"http".equalsIgnoreCase(address.getScheme())) {
            throw rejected("an address that is neither https nor http");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw rejected("an address without a host, or with a user in it");
        }
        final String host = address.getHost().toLowerCase(Locale.ROOT);
        final int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        return new Origin(secure, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    // A record's own would be built at run time, by each of the threads that meet it first at the same time.
    @Override
    public boolean equals(final Object other) {
        return other instanceof Origin origin
                && secure == origin.secure
                && port == origin.port
                && host.equals(origin.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /** The value of {@code Host}: the port only where it is not the scheme's own. */
    String hostField() {
        return port == (secure ? HTTPS_PORT : HTTP_PORT) ? bracketed() : toString();
    }

    /** Host and port, as they are written in messages and in {@code CONNECT}. */
    @Override
    public String toString() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    private static UsageException rejected(final String what) {
        return UsageException.of(Kind.REJECTED_INPUT, "no request can go to " + what)
                .build();
    }
}
