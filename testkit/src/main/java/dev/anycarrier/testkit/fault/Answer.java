package dev.anycarrier.testkit.fault;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A well-framed HTTP/1.1 answer, to be sent whole or in parts. Immutable. */
public final class Answer {

    private static final int CHUNK = 16;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean chunked;

    private Answer(final int status, final HttpHeaders headers, final byte[] body, final boolean chunked) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.chunked = chunked;
    }

    /** An answer of that status with a JSON body. */
    public static Answer json(final int status, final String json) {
        return of(status, json.getBytes(StandardCharsets.UTF_8)).withHeader("Content-Type", "application/json");
    }

    /** An answer of that status with that body and no content type. */
    public static Answer of(final int status, final byte[] body) {
        return new Answer(status, HttpHeaders.none(), body.clone(), false);
    }

    /** The same as a client would receive it, framed anew. */
    public static Answer of(final HttpResponse response) {
        return new Answer(response.status(), response.headers(), response.body().clone(), false);
    }

    /** This answer with one more header. */
    public Answer withHeader(final String name, final String value) {
        return new Answer(status, headers.with(name, value), body, chunked);
    }

    /** This answer with a body in small chunks instead of a stated length. */
    public Answer chunked() {
        return new Answer(status, headers, body, true);
    }

    /** This answer with its body compressed, and a header that says so. */
    public Answer gzip() {
        return new Answer(status, headers.with("Content-Encoding", "gzip"), gzip(body), chunked);
    }

    /** The body as it is sent, before any chunking. */
    public byte[] body() {
        return body.clone();
    }

    /** Status line, headers and the empty line after them. */
    public String head() {
        final StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
        return head.append("\r\n\r\n").toString();
    }

    /** The whole answer as it is sent. */
    public byte[] bytes() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked) {
            writeChunks(bytes);
        } else {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    /** A text as gzip (RFC 1952). */
    public static byte[] gzip(final byte[] content) {
        final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private void writeChunks(final ByteArrayOutputStream bytes) {
        for (int start = 0; start < body.length; start += CHUNK) {
            final int length = Math.min(CHUNK, body.length - start);
            final String size = HexFormat.of().toHexDigits((short) length) + "\r\n";
            bytes.writeBytes(size.getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(body, start, length);
            bytes.writeBytes(new byte[] {'\r', '\n'});
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
