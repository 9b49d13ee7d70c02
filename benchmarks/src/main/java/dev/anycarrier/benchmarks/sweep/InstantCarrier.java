package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.benchmarks.server.AiraloBodies;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Airalo at the other end of a wire on which only virtual time passes, as much as its limit asks for. */
final class InstantCarrier implements Wire {

    private static final Duration LATENCY = Duration.ofMillis(250);
    private static final byte[] USAGE = AiraloBodies.USAGE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOKEN = AiraloBodies.TOKEN.getBytes(StandardCharsets.UTF_8);
    private static final HttpHeaders JSON = HttpHeaders.none().with("Content-Type", "application/json");

    private final VirtualTime time;

    InstantCarrier(final VirtualTime time) {
        this.time = time;
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        written.sent();
        time.pass(LATENCY);
        return new HttpResponse(200, JSON, request.uri().getPath().endsWith("/token") ? TOKEN : USAGE);
    }

    @Override
    public void dropIdleConnections() {}

    @Override
    public void close() {}
}
