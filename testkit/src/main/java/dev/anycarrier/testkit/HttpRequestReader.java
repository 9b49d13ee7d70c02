package dev.anycarrier.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anycarrier.spi.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 request (RFC 9112) whose body, if any, has a stated length. */
final class HttpRequestReader {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_BODY = 1024 * 1024;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,7}");

    private HttpRequestReader() {}

    /**
     * The next request, or empty if the client ended the connection instead.
     *
     * @param in a stream that can go back by a byte
     */
    static Optional<ReceivedRequest> read(final InputStream in) throws IOException {
        if (ended(in)) {
            return Optional.empty();
        }
        final List<String> parts = List.of(line(in).split(" ", -1));
        if (parts.size() != 3 || !parts.get(1).startsWith("/") || !parts.get(2).startsWith("HTTP/1.")) {
            throw new MalformedRequestException("this is no HTTP/1.1 request line with a path");
        }
        final HttpHeaders headers = headers(in);
        return Optional.of(new ReceivedRequest(
                parts.get(0), parts.get(1), headers, body(in, headers), persistent(parts.get(2), headers)));
    }

    private static HttpHeaders headers(final InputStream in) throws IOException {
        HttpHeaders headers = HttpHeaders.none();
        for (int count = 0; count <= MOST_HEADERS; count++) {
            final String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            headers = with(headers, line);
        }
        throw new MalformedRequestException("more than " + MOST_HEADERS + " headers");
    }

    private static HttpHeaders with(final HttpHeaders headers, final String line) throws MalformedRequestException {
        final int colon = Math.max(0, line.indexOf(':'));
        try {
            return headers.with(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        } catch (final IllegalArgumentException e) {
            throw new MalformedRequestException(String.valueOf(e.getMessage()));
        }
    }

    private static String body(final InputStream in, final HttpHeaders headers) throws IOException {
        if (headers.first("Transfer-Encoding").isPresent()) {
            throw new MalformedRequestException("a body needs a stated length");
        }
        final int length = length(headers.first("Content-Length").orElse("0"));
        final byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended within a body");
        }
        return new String(body, UTF_8);
    }

    private static int length(final String text) throws MalformedRequestException {
        if (!LENGTH.matcher(text).matches() || Integer.parseInt(text) > LONGEST_BODY) {
            throw new MalformedRequestException("the length of the body is not from 0 to " + LONGEST_BODY);
        }
        return Integer.parseInt(text);
    }

    private static boolean persistent(final String version, final HttpHeaders headers) {
        return version.equals("HTTP/1.1") && headers.all("Connection").stream().noneMatch("close"::equalsIgnoreCase);
    }

    private static boolean ended(final InputStream in) throws IOException {
        in.mark(1);
        final boolean ended = in.read() < 0;
        if (!ended) {
            in.reset();
        }
        return ended;
    }

    private static String line(final InputStream in) throws IOException {
        final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within a line");
            }
            if (line.size() == LONGEST_LINE) {
                throw new MalformedRequestException("a line is longer than " + LONGEST_LINE + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** A request, before any route has seen it. */
    record ReceivedRequest(String method, String target, HttpHeaders headers, String body, boolean persistent) {}

    /** The client does not speak HTTP/1.1 as this server understands it. */
    static final class MalformedRequestException extends IOException {

        private static final long serialVersionUID = 1L;

        MalformedRequestException(final String message) {
            super(message);
        }
    }
}
