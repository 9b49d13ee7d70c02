package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Undoes the content encoding of a body (RFC 9110, 8.4): none, or gzip once, which is all that requests ask for. */
final class ContentDecoder {

    private ContentDecoder() {}

    static byte[] decode(final byte[] body, final HttpHeaders headers, final int bound, final Peer peer) {
        final List<String> encodings = headers.all("Content-Encoding");
        // Servers name an encoding on answers without a body too.
        if (encodings.isEmpty() || body.length == 0) {
            return body;
        }
        final String encoding = encodings.size() == 1 ? encodings.get(0).toLowerCase(Locale.ROOT) : "";
        return switch (encoding) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> GzipReader.read(body, bound, peer);
            default -> throw peer.sent("a body in another content encoding than gzip");
        };
    }
}
