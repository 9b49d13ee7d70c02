package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpHeaders;
import java.io.IOException;

/** Reads the head of an answer (RFC 9112, 4 and 5), interim answers skipped, and refuses what is not quite right. */
final class HeadReader {

    static final int MAXIMUM_BYTES = 64 * 1024;
    static final int MAXIMUM_FIELDS = 200;
    static final int MAXIMUM_INTERIM_ANSWERS = 8;

    private static final int VERSION_LENGTH = "HTTP/1.1".length();
    private static final int STATUS_END = VERSION_LENGTH + " 200".length();
    private static final int SWITCHING_PROTOCOLS = 101;

    private HeadReader() {}

    /** Reads up to the end of the head of the final answer. */
    static ResponseHead read(final InputBuffer input) throws IOException {
        for (int interim = 0; interim <= MAXIMUM_INTERIM_ANSWERS; interim++) {
            final Line line = input.nextLine("before it answered");
            final int status = status(line, input.peer());
            final int version = line.charAt(VERSION_LENGTH - 1) - '0';
            final HttpHeaders headers = readFields(input, "in the middle of the answer's head");
            if (status == SWITCHING_PROTOCOLS) {
                throw input.peer().sent("HTTP 101, though no other protocol was asked for");
            }
            if (status >= 200) {
                return new ResponseHead(version, status, headers);
            }
        }
        throw input.peer().sent("more than " + MAXIMUM_INTERIM_ANSWERS + " interim answers");
    }

    /** Reads field lines up to and including the empty line after them. */
    static HttpHeaders readFields(final InputBuffer input, final String when) throws IOException {
        final HttpHeaders.Builder headers = HttpHeaders.builder();
        int bytes = 0;
        int fields = 0;
        for (Line line = input.nextLine(when); !line.isEmpty(); line = input.nextLine(when)) {
            bytes += line.length();
            fields++;
            if (bytes > MAXIMUM_BYTES) {
                throw input.peer().sentMoreThan(MAXIMUM_BYTES, "bytes of header fields");
            }
            if (fields > MAXIMUM_FIELDS) {
                throw input.peer().sentMoreThan(MAXIMUM_FIELDS, "header fields");
            }
            addField(headers, line, input.peer());
        }
        return headers.build();
    }

    private static void addField(final HttpHeaders.Builder headers, final Line line, final Peer peer) {
        final int colon = line.indexOf(':');
        try {
            // A folded line begins with a blank and a blank before the colon ends the name: neither is a token.
            headers.add(line.text(0, Math.max(0, colon)), line.stripped(colon + 1, line.length()));
        } catch (final IllegalArgumentException e) {
            throw peer.sent("a header field that is not a name, a colon and a value");
        }
    }

    private static int status(final Line line, final Peer peer) {
        final boolean version = line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ");
        if (!version || line.length() < STATUS_END || (line.length() > STATUS_END && line.charAt(STATUS_END) != ' ')) {
            throw peer.sent("something that does not begin with a status line of HTTP/1.1");
        }
        int status = 0;
        for (int i = VERSION_LENGTH + 1; i < STATUS_END; i++) {
            final int digit = line.charAt(i) - '0';
            status = digit >= 0 && digit <= 9 ? 10 * status + digit : -1000;
        }
        if (status < 100 || status > 599) {
            throw peer.sent("a status that is not a number from 100 to 599");
        }
        return status;
    }
}
