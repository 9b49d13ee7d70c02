package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Words requests as bytes (RFC 9112, 3). Immutable. */
final class RequestWriter {

    /** The longest request, body included. */
    static final int MAXIMUM_BYTES = 64 * 1024;

    /** What belongs to the connection, and so to the client alone. */
    private static final Set<String> OWN_FIELDS = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpClientOptions options;

    RequestWriter(final HttpClientOptions options) {
        this.options = options;
    }

    /**
     * The request, head and body in one piece.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if it cannot be sent as it is
     */
    byte[] write(final HttpRequest request, final Origin origin) {
        final byte[] body = request.body();
        final StringBuilder head = new StringBuilder(512);
        head.append(checked(request.method(), "method")).append(' ');
        appendTarget(head, request.uri(), origin);
        head.append(" HTTP/1.1\r\n");
        appendField(head, "Host", origin.hostField());
        appendField(head, "User-Agent", options.userAgent());
        appendField(head, "Accept-Encoding", "gzip");
        if (!options.reuseConnections()) {
            appendField(head, "Connection", "close");
        }
        if (body.length > 0 || METHODS_WITH_BODY.contains(request.method())) {
            appendField(head, "Content-Length", Integer.toString(body.length));
        }
        request.headers().forEach((name, value) -> appendGiven(head, name, value));
        head.append("\r\n");
        return join(head, body);
    }

    /** The target: its path and query, or all of it for a proxy that is to fetch it. */
    private void appendTarget(final StringBuilder head, final URI uri, final Origin origin) {
        if (options.proxy().isPresent() && !origin.secure()) {
            head.append("http://").append(origin.hostField());
        }
        head.append(uri.getRawPath().isEmpty() ? "/" : checked(uri.getRawPath(), "path"));
        if (uri.getRawQuery() != null) {
            head.append('?').append(checked(uri.getRawQuery(), "query"));
        }
    }

    private static String checked(final String part, final String name) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) <= ' ' || part.charAt(i) >= 127) {
                throw rejected("its " + name + " holds a character that is blank or not ASCII");
            }
        }
        return part;
    }

    private static void appendGiven(final StringBuilder head, final String name, final String value) {
        if (OWN_FIELDS.contains(name.toLowerCase(Locale.ROOT))) {
            throw rejected("header " + name + " is for the client alone to set");
        }
        appendField(head, name, value);
    }

    private static void appendField(final StringBuilder head, final String name, final String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static byte[] join(final StringBuilder head, final byte[] body) {
        final byte[] written = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (written.length + (long) body.length > MAXIMUM_BYTES) {
            throw rejected("it has more than " + MAXIMUM_BYTES + " bytes");
        }
        if (body.length == 0) {
            return written;
        }
        final byte[] all = Arrays.copyOf(written, written.length + body.length);
        System.arraycopy(body, 0, all, written.length, body.length);
        return all;
    }

    private static UsageException rejected(final String why) {
        return UsageException.of(Kind.REJECTED_INPUT, "the request cannot be sent: " + why)
                .build();
    }
}
