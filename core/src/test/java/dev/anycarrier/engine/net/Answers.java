package dev.anycarrier.engine.net;

import java.nio.charset.StandardCharsets;

/** Answers as they go over the wire. */
final class Answers {

    static final String OK = ok("ok");

    private Answers() {}

    /** A good answer with its length, and these fields before it. */
    static String ok(final String body, final String... fields) {
        return head("200 OK", fields) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** A good answer in chunks, given as they are. */
    static String chunked(final String chunks, final String... fields) {
        return head("200 OK", fields) + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    /** An answer of nothing but a head, with its empty line. */
    static String headOnly(final String status, final String... fields) {
        return head(status, fields) + "\r\n";
    }

    static byte[] bytes(final String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(final String status, final String... fields) {
        final StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (final String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.toString();
    }
}
