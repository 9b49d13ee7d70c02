package dev.anycarrier.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which the test writes what it likes. */
final class RawClient implements AutoCloseable {

    private static final String LENGTH = "Content-Length: ";

    private final Socket socket;
    private final InputStream input;

    RawClient(final int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        input = new BufferedInputStream(socket.getInputStream());
    }

    static String get(final String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: here\r\n\r\n";
    }

    void write(final String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next answer's body, or its status line if that is not 200. */
    String read() throws IOException {
        final String status = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            length = line.startsWith(LENGTH) ? Integer.parseInt(line.substring(LENGTH.length())) : length;
        }
        final String body = new String(input.readNBytes(length), StandardCharsets.UTF_8);
        return status.equals("HTTP/1.1 200 OK") ? body : status;
    }

    private String line() throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
