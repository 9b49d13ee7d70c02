package dev.anycarrier.simulation.fault;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The way to a carrier of a scene, in virtual time. */
final class SceneWire implements Wire {

    private final Scene scene;
    private final String account;
    private final TimeSource time;
    private boolean closed;

    SceneWire(final Scene scene, final String account) {
        this.scene = scene;
        this.account = account;
        this.time = scene.simulation().ports().time();
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        if (closed || Thread.currentThread().isInterrupted()) {
            written.notSent();
            throw cancelled();
        }
        scene.simulation().yieldNow();
        final Received received = new Received(time.nanoTime() - scene.begun(), account, request);
        final Reply reply = scene.reply(received);
        if (reply.kind() == Reply.Kind.REFUSED) {
            written.notSent();
            throw broken(UnavailableCause.NETWORK, "no connection");
        }
        written.sent();
        final long left = deadline - time.nanoTime();
        final boolean late = reply.kind() == Reply.Kind.SILENCE || reply.delay().toNanos() >= left;
        sleep(late ? Math.max(0, left) : reply.delay().toNanos());
        if (late) {
            throw broken(UnavailableCause.ATTEMPT_TIMEOUT, "no complete answer in time");
        }
        if (reply.kind() == Reply.Kind.RESET) {
            throw broken(UnavailableCause.NETWORK, "the connection broke");
        }
        return new HttpResponse(reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void dropIdleConnections() {
        scene.dropped(account);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void sleep(final long nanos) {
        try {
            time.sleep(Duration.ofNanos(nanos));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private static UsageException broken(final UnavailableCause cause, final String detail) {
        return UsageException.unavailable(cause, detail).build();
    }

    private static UsageException cancelled() {
        return UsageException.of(Kind.CANCELLED, "interrupted or closed").build();
    }
}
