package dev.anycarrier.testkit.fault;

import dev.anycarrier.spi.HttpHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one HTTP/1.1 request after the other from a connection, no byte further than each one's end. */
final class RequestReader {

    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream input;
    private final int connection;

    RequestReader(final InputStream input, final int connection) {
        this.input = input;
        this.connection = connection;
    }

    /** Reads a request with its body of the stated length. */
    ReceivedRequest read() throws IOException {
        final ReceivedRequest head = readHead();
        final int length =
                head.headers().first("Content-Length").map(Integer::parseInt).orElse(0);
        final byte[] body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the client left within a request's body");
        }
        return new ReceivedRequest(
                connection,
                head.method(),
                head.target(),
                head.headers(),
                new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Reads a request up to the empty line after its headers. */
    ReceivedRequest readHead() throws IOException {
        final String[] requestLine = readLine().split(" ", 3);
        if (requestLine.length < 3) {
            throw new IOException("the client sent something that is no request");
        }
        HttpHeaders headers = HttpHeaders.none();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            final String[] field = line.split(":", 2);
            headers = headers.with(field[0], field.length == 2 ? field[1].strip() : "");
        }
        return new ReceivedRequest(connection, requestLine[0], requestLine[1], headers, "");
    }

    private String readLine() throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the client left");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("the client sent an endless line");
            }
            line.append((char) next);
        }
        final int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}
