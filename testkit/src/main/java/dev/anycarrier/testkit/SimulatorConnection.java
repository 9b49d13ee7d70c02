package dev.anycarrier.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.anycarrier.testkit.HttpRequestReader.MalformedRequestException;
import dev.anycarrier.testkit.HttpRequestReader.ReceivedRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One connection: reads request after request and writes each answer in one piece. */
final class SimulatorConnection {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final InputStream in;
    private final OutputStream out;
    private final InstantSource clock;
    private final Function<SimulatorRequest, SimulatorAnswer> answers;

    SimulatorConnection(
            final InputStream in,
            final OutputStream out,
            final InstantSource clock,
            final Function<SimulatorRequest, SimulatorAnswer> answers) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.clock = clock;
        this.answers = answers;
    }

    /** Serves until either side ends the connection. */
    void run() throws IOException {
        boolean open = true;
        while (open) {
            try {
                final Optional<ReceivedRequest> next = HttpRequestReader.read(in);
                open = next.isPresent() && serve(next.get());
            } catch (final MalformedRequestException e) {
                write(
                        SimulatorAnswer.of(
                                400,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("malformed_request", e.getMessage())
                                        .toString()),
                        false,
                        true);
                open = false;
            }
        }
    }

    private boolean serve(final ReceivedRequest received) throws IOException {
        final SimulatorRequest request = new SimulatorRequest(
                clock.instant(), received.method(), received.target(), Map.of(), received.headers(), received.body());
        write(answers.apply(request), received.persistent(), !received.method().equals("HEAD"));
        return received.persistent();
    }

    private void write(final SimulatorAnswer answer, final boolean persistent, final boolean withBody)
            throws IOException {
        final byte[] body = answer.json().getBytes(UTF_8);
        final StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(answer.status())
                .append(" \r\nDate: ")
                .append(HTTP_DATE.format(clock.instant()))
                .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (!persistent) {
            head.append("Connection: close\r\n");
        }
        final ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + 2 + body.length);
        whole.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (withBody) {
            whole.writeBytes(body);
        }
        whole.writeTo(out);
    }
}
