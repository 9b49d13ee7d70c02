package dev.anycarrier.benchmarks.server;

import dev.anycarrier.benchmarks.Result.Figure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How much a server can do, to be held against what is asked of it: a client that sends many requests in one piece and
 * never looks into an answer gets as many as there are. It also warms the server up.
 */
public final class ServerCheck {

    private static final String TARGET = "/v2/sims/8944465400000217735/usage";
    private static final int BATCH = 64;
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double MICROSECOND = TimeUnit.MICROSECONDS.toNanos(1);

    private ServerCheck() {}

    /**
     * Asks for usage, many times.
     *
     * @param requests how many to warm up, and then how many to measure
     */
    public static List<Figure> of(final ServerProcess server, final int requests) {
        final int batches = Math.max(1, requests / BATCH);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setTcpNoDelay(true);
            final byte[] request = ("GET " + TARGET + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                    .repeat(BATCH)
                    .getBytes(StandardCharsets.US_ASCII);
            final int length = answerLength(socket);
            ask(socket, request, length, batches);
            final long cpu = server.cpuNanos();
            final long begun = System.nanoTime();
            ask(socket, request, length, batches);
            final long took = System.nanoTime() - begun;
            final long used = server.cpuNanos() - cpu;
            final double asked = (double) batches * BATCH;
            return List.of(
                    new Figure("what the server can answer, pipelined", asked / took * SECOND, "requests/s"),
                    new Figure("CPU of the server per request, pipelined", used / MICROSECOND / asked, "µs"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int answerLength(final Socket socket) throws IOException {
        final byte[] body = AiraloBodies.USAGE.getBytes(StandardCharsets.UTF_8);
        final int length = Answer.whole("200 OK", AnswerArguments.JSON, body).limit();
        socket.getOutputStream().write(("GET " + TARGET + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        if (socket.getInputStream().readNBytes(length).length < length) {
            throw new EOFException();
        }
        return length;
    }

    private static void ask(final Socket socket, final byte[] batch, final int answerLength, final int batches)
            throws IOException {
        final OutputStream output = socket.getOutputStream();
        final InputStream input = socket.getInputStream();
        final byte[] answers = new byte[answerLength * BATCH];
        for (int i = 0; i < batches; i++) {
            output.write(batch);
            if (input.readNBytes(answers, 0, answers.length) < answers.length) {
                throw new EOFException();
            }
        }
    }
}
