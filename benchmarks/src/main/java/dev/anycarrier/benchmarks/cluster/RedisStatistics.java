package dev.anycarrier.benchmarks.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a Redis counts, asked over a connection of its own that is not counted. Thread-safe. */
final class RedisStatistics implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    RedisStatistics(final int port) {
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a script was run: nodes say nothing to Redis but by scripts, once they are connected. */
    long scripts() {
        return field("commandstats", "cmdstat_evalsha:calls=") + field("commandstats", "cmdstat_eval:calls=");
    }

    /** The memory in use, in bytes. */
    long memory() {
        return field("memory", "used_memory:");
    }

    /** The number after this text; 0 if it is not there. */
    private synchronized long field(final String section, final String before) {
        try {
            socket.getOutputStream().write(("INFO " + section + "\r\n").getBytes(StandardCharsets.US_ASCII));
            int left = Integer.parseInt(line().substring(1)) + 2;
            long found = 0;
            while (left > 0) {
                final String line = line();
                left -= line.length() + 2;
                if (line.startsWith(before)) {
                    found = Long.parseLong(line.substring(before.length()).split(",", 2)[0]);
                }
            }
            return found;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        return Objects.requireNonNull(answers.readLine(), "Redis has gone");
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
