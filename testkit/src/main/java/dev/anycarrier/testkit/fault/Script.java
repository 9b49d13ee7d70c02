package dev.anycarrier.testkit.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * What a {@link FaultServer} does to a connection, step by step:
 *
 * <pre>{@code
 * accept().readRequest().write("HTTP/1.1 200 OK\r\nContent-Le").reset()
 * }</pre>
 *
 * <p>A script ends early when the client leaves. After its last step the connection stays open, and whatever the client
 * still asks is recorded and not answered. Immutable. Texts are sent one byte a character (ISO 8859-1).
 */
public final class Script {

    private final List<Step> steps;

    private Script(final List<Step> steps) {
        this.steps = steps;
    }

    /** Accepts the connection, and does nothing yet. */
    public static Script accept() {
        return new Script(List.of());
    }

    /** Accepts the connection and answers every request the same, for as long as the client stays. */
    public static Script answering(final Answer answer) {
        return accept().answerEvery(request -> answer);
    }

    /** Reads and records a whole request. */
    public Script readRequest() {
        return then(Connection::readRequest);
    }

    /** Reads and records a request up to the end of its headers, leaving its body where it is. */
    public Script readHead() {
        return then(Connection::readHead);
    }

    /** Reads one TLS record, such as the client's first, without understanding it. */
    public Script readTlsRecord() {
        return then(Connection::readTlsRecord);
    }

    /** Reads and forgets everything until the client leaves. */
    public Script ignore() {
        return then(Connection::ignore);
    }

    /** Sends a text at once. */
    public Script write(final String text) {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes at once. */
    public Script write(final byte[] bytes) {
        return then(connection -> connection.write(bytes));
    }

    /** Sends an answer. */
    public Script answer(final Answer answer) {
        return write(answer.bytes());
    }

    /** Reads and answers one request after the other, for as long as the client stays. */
    public Script answerEvery(final Function<ReceivedRequest, Answer> answers) {
        return then(connection -> {
            while (true) {
                connection.write(answers.apply(connection.readRequest()).bytes());
            }
        });
    }

    /** Reads one request after the other and does to each what the function says, for as long as the client stays. */
    public Script each(final Function<ReceivedRequest, Script> scripts) {
        return then(connection -> {
            while (true) {
                for (final Step step : scripts.apply(connection.readRequest()).steps()) {
                    step.run(connection);
                }
            }
        });
    }

    /** Sends a text bit by bit: so many bytes, a pause, so many bytes, and so on. */
    public Script drip(final String text, final int bytesAtOnce, final Duration interval) {
        final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return then(connection -> {
            for (int start = 0; start < bytes.length; start += bytesAtOnce) {
                connection.write(bytes, start, Math.min(bytesAtOnce, bytes.length - start));
                connection.pause(interval);
            }
        });
    }

    /** Sends a text again and again, for as long as the client stays. */
    public Script repeat(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return then(connection -> {
            while (true) {
                connection.write(bytes);
            }
        });
    }

    /** Sends a text again and again with a pause after each, for as long as the client stays. */
    public Script repeat(final String text, final Duration interval) {
        final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return then(connection -> {
            while (true) {
                connection.write(bytes);
                connection.pause(interval);
            }
        });
    }

    /** Does nothing for a while. */
    public Script pause(final Duration time) {
        return then(connection -> connection.pause(time));
    }

    /** Waits until somebody counts the latch down. */
    public Script await(final CountDownLatch latch) {
        return then(connection -> latch.await());
    }

    /** Counts a latch down. */
    public Script signal(final CountDownLatch latch) {
        return then(connection -> latch.countDown());
    }

    /** Records what the client asks and answers nothing, until it leaves. */
    public Script stall() {
        return then(Connection::stall);
    }

    /** Makes the TLS handshake as a server, choosing among application protocols (ALPN) if there are any. */
    public Script handshake(final KeyMaterial keys, final String... applicationProtocols) {
        return then(connection -> connection.handshake(keys, applicationProtocols));
    }

    /** Reads the client's hello and answers it as a server that knows no newer TLS than this. */
    public Script handshake(final OldTls version) {
        return readTlsRecord().write(version.serverHello());
    }

    /** Ends the connection in good order. */
    public Script close() {
        return then(Connection::finish);
    }

    /** Ends the connection in good order as TCP sees it; a TLS session on it is cut off without farewell. */
    public Script cut() {
        return then(Connection::cut);
    }

    /** Ends the connection with a TCP reset. */
    public Script reset() {
        return then(Connection::reset);
    }

    List<Step> steps() {
        return steps;
    }

    private Script then(final Step step) {
        final List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Script(List.copyOf(more));
    }
}
