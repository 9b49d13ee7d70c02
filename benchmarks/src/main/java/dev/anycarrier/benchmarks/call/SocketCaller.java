package dev.anycarrier.benchmarks.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The limit: one socket, a request of bytes that stand ready, a parser over the bytes that come. */
final class SocketCaller implements Caller {

    private static final int CAPACITY = 4096;
    private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final byte[] request;
    private final int simAt;
    private final byte[] answer = new byte[CAPACITY];
    private final JsonFactory json = new JsonFactory();

    SocketCaller(final int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            input = socket.getInputStream();
            output = socket.getOutputStream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final String path = "GET /v2/sims/";
        simAt = path.length();
        request = (path + SimNumber.of(0).text() + "/usage HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept: application/json\r\nAuthorization: Bearer a-token-of-no-value\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long remaining(final SimNumber sim) {
        try {
            final byte[] digits = sim.text().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, request, simAt, digits.length);
            output.write(request);
            int end = 0;
            int body = -1;
            int length = -1;
            while (body < 0 || end < body + length) {
                final int read = input.read(answer, end, answer.length - end);
                if (read < 0) {
                    throw new EOFException();
                }
                end += read;
                if (body < 0) {
                    body = bodyStart(end);
                    length = body < 0 ? -1 : length(body);
                }
            }
            return parse(body, length).remaining();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int bodyStart(final int end) {
        for (int i = 3; i < end; i++) {
            if (answer[i] == '\n' && answer[i - 1] == '\r' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(final int body) throws IOException {
        for (int i = 0; i < body - LENGTH.length; i++) {
            int same = 0;
            while (same < LENGTH.length && answer[i + same] == LENGTH[same]) {
                same++;
            }
            if (same == LENGTH.length) {
                int length = 0;
                for (int digit = i + same; answer[digit] != '\r'; digit++) {
                    length = 10 * length + answer[digit] - '0';
                }
                return length;
            }
        }
        throw new IOException("an answer without a length");
    }

    private UsageBody.Data parse(final int body, final int length) throws IOException {
        String status = null;
        String expiredAt = null;
        boolean unlimited = false;
        long total = 0;
        long remaining = 0;
        long totalVoice = 0;
        long remainingVoice = 0;
        long totalText = 0;
        long remainingText = 0;
        try (JsonParser parser = json.createParser(answer, body, length)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                final String name = parser.currentName();
                final JsonToken value = parser.nextToken();
                switch (name) {
                    case "status" -> status = parser.getText();
                    case "expired_at" -> expiredAt = parser.getText();
                    case "is_unlimited" -> unlimited = value == JsonToken.VALUE_TRUE;
                    case "total" -> total = parser.getLongValue();
                    case "remaining" -> remaining = parser.getLongValue();
                    case "total_voice" -> totalVoice = parser.getLongValue();
                    case "remaining_voice" -> remainingVoice = parser.getLongValue();
                    case "total_text" -> totalText = parser.getLongValue();
                    case "remaining_text" -> remainingText = parser.getLongValue();
                    default -> {
                        // Of no interest.
                    }
                }
            }
        }
        return new UsageBody.Data(
                status, unlimited, expiredAt, total, remaining, totalVoice, remainingVoice, totalText, remainingText);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
