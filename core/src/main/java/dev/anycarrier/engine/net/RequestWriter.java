package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words requests as bytes (RFC 9112, 3). Thread-safe. */
final class RequestWriter {

    /** The longest request, body included. */
    static final int MAXIMUM_BYTES = 64 * 1024;

    /** What belongs to the connection, and so to the client alone. */
    private static final Set<String> OWN_FIELDS = ownFields();

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpClientOptions options;

    /** As long as the last one without a body; a guess, so that it does not matter who writes it. */
    private int usualLength = 512;

    /** Most requests of a client have the same; it does not matter who writes it. */
    private @Nullable WrittenFields latest;

    RequestWriter(final HttpClientOptions options) {
        this.options = options;
    }

    /**
     * The request, head and body in one piece.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if it cannot be sent as it is
     */
    RequestBytes write(final HttpRequest request, final Origin origin) {
        final byte[] body = request.body();
        final RequestBytes head = new RequestBytes(usualLength);
        addVisible(head, request.method(), "method");
        head.add(" ");
        addTarget(head, request.target(), origin);
        head.add(" HTTP/1.1\r\n");
        head.add(fields(request.headers(), origin));
        if (body.length > 0 || METHODS_WITH_BODY.contains(request.method())) {
            addField(head, "Content-Length", Integer.toString(body.length));
        }
        head.add("\r\n");
        if (head.length() + (long) body.length > MAXIMUM_BYTES) {
            throw rejected("it has more than " + MAXIMUM_BYTES + " bytes");
        }
        head.add(body);
        if (body.length == 0) {
            usualLength = head.length();
        }
        return head;
    }

    /** The target: its path and query, or all of it for a proxy that is to fetch it. */
    private void addTarget(final RequestBytes head, final String target, final Origin origin) {
        if (options.proxy().isPresent() && !origin.secure()) {
            head.add("http://").add(origin.hostField());
        }
        addVisible(head, target, "target");
    }

    private static void addVisible(final RequestBytes head, final String part, final String name) {
        if (!head.addVisible(part)) {
            throw rejected("its " + name + " holds a character that is blank or not ASCII");
        }
    }

    /** All fields but the length of the body. */
    private byte[] fields(final HttpHeaders given, final Origin origin) {
        final WrittenFields known = latest;
        if (known != null && known.given.equals(given) && known.origin.equals(origin)) {
            return known.bytes;
        }
        final RequestBytes fields = new RequestBytes(usualLength);
        addField(fields, "Host", origin.hostField());
        addField(fields, "User-Agent", options.userAgent());
        addField(fields, "Accept-Encoding", "gzip");
        if (!options.reuseConnections()) {
            addField(fields, "Connection", "close");
        }
        given.forEach((name, value) -> addGiven(fields, name, value));
        final byte[] bytes = fields.toByteArray();
        latest = new WrittenFields(given, origin, bytes);
        return bytes;
    }

    private static void addGiven(final RequestBytes head, final String name, final String value) {
        if (OWN_FIELDS.contains(name)) {
            throw rejected("header " + name + " is for the client alone to set");
        }
        addField(head, name, value);
    }

    private static void addField(final RequestBytes head, final String name, final String value) {
        head.add(name).add(": ").add(value).add("\r\n");
    }

    private static Set<String> ownFields() {
        final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(
                names,
                "Accept-Encoding",
                "Connection",
                "Content-Length",
                "Expect",
                "Host",
                "Keep-Alive",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "User-Agent");
        return names;
    }

    /** Header fields as bytes. */
    private static final class WrittenFields {

        private final HttpHeaders given;
        private final Origin origin;
        private final byte[] bytes;

        private WrittenFields(final HttpHeaders given, final Origin origin, final byte[] bytes) {
            this.given = given;
            this.origin = origin;
            this.bytes = bytes;
        }
    }

    private static UsageException rejected(final String why) {
        return UsageException.of(Kind.REJECTED_INPUT, "the request cannot be sent: " + why)
                .build();
    }
}
