package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the end of a body is known (RFC 9112, 6.3), without the ways that leave room for doubt. */
sealed interface Framing {

    /** There is no body. */
    record Empty() implements Framing {}

    /** The body has a stated length. */
    record Length(long bytes) implements Framing {}

    /** The body comes in chunks. */
    record Chunked() implements Framing {}

    /** More digits than a {@code long} can hold for certain. */
    int MAXIMUM_DIGITS = 18;

    /** How the body is framed that follows the head of an answer to a request of that method. */
    static Framing of(final ResponseHead head, final String method, final Peer peer) {
        final Framing stated = stated(head.headers(), peer);
        if (!head.mayHaveBody() || method.equals("HEAD")) {
            return new Empty();
        }
        if (stated == null) {
            throw peer.sent("an unframed body: neither Content-Length nor Transfer-Encoding");
        }
        return stated;
    }

    private static @Nullable Framing stated(final HttpHeaders headers, final Peer peer) {
        final List<String> lengths = headers.all("Content-Length");
        final List<String> codings = headers.all("Transfer-Encoding");
        if (!lengths.isEmpty() && !codings.isEmpty()) {
            throw peer.sent("both Content-Length and Transfer-Encoding");
        }
        if (!codings.isEmpty()) {
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw peer.sent("a Transfer-Encoding other than chunked");
            }
            return new Chunked();
        }
        if (lengths.size() > 1) {
            throw peer.sent("more than one Content-Length");
        }
        return lengths.isEmpty() ? null : new Length(length(lengths.get(0), peer));
    }

    private static long length(final String text, final Peer peer) {
        if (text.isEmpty() || text.length() > MAXIMUM_DIGITS) {
            throw peer.sent("a Content-Length that is no length");
        }
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            final int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw peer.sent("a Content-Length that is no length");
            }
            length = 10 * length + digit;
        }
        return length;
    }
}
