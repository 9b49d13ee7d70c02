package dev.anycarrier.engine.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's end of one connection. */
final class Talk {

    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]+)\r\n");

    /** The connection without TLS. */
    private final Socket wire;

    private Socket socket;
    private final Queue<String> requests;

    Talk(final Socket socket, final Queue<String> requests) {
        this.wire = socket;
        this.socket = socket;
        this.requests = requests;
    }

    /** Reads one request, head and body. */
    String readRequest() throws IOException {
        final StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append(readCharacter());
        }
        final Matcher length = LENGTH.matcher(request);
        if (length.find()) {
            for (int left = Integer.parseInt(length.group(1)); left > 0; left--) {
                request.append(readCharacter());
            }
        }
        requests.add(request.toString());
        return request.toString();
    }

    /** Sends text as Latin-1, in one write. */
    void send(final String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(final byte[]... parts) throws IOException {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            all.write(part);
        }
        socket.getOutputStream().write(all.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Sends one byte after another, about 50 a second, until none is left or the client goes away. */
    void drip(final String text) throws IOException {
        socket.setSoTimeout(20);
        for (final byte drop : text.getBytes(StandardCharsets.ISO_8859_1)) {
            send(new byte[] {drop});
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (final SocketTimeoutException e) {
                // The client is patient.
            }
        }
    }

    /** Speaks TLS from here on. */
    void secure(final SSLContext context) throws IOException {
        final SSLSocket secured =
                (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        socket = secured;
    }

    void answerAll(final String answer) throws IOException {
        while (true) {
            readRequest();
            send(answer);
        }
    }

    /** Waits until the client closes the connection; what it sends till then is dropped. */
    void awaitClose() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Waits until the client has sent something, and reads no more of it than that. */
    void awaitSomething() throws IOException {
        socket.getInputStream().readNBytes(5);
    }

    /** Ends the connection with RST. */
    void reset() throws IOException {
        wire.setSoLinger(true, 0);
        wire.close();
    }

    private char readCharacter() throws IOException {
        final int read = socket.getInputStream().read();
        if (read < 0) {
            throw new EOFException();
        }
        return (char) read;
    }
}
