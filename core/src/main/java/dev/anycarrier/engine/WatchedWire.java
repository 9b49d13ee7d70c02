package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;

/** A wire whose every exchange is told to those who listen. Thread-safe. */
public final class WatchedWire implements Wire {

    private final Wire wire;
    private final Watching watching;

    private WatchedWire(final Wire wire, final Watching watching) {
        this.wire = wire;
        this.watching = watching;
    }

    /** The wire itself if nobody listens. */
    public static Wire of(final Wire wire, final Watching watching) {
        return watching.isWatched() ? new WatchedWire(wire, watching) : wire;
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        final WatchedAttempt attempt = watching.attempt();
        final HttpResponse response;
        try {
            response = wire.send(request, deadline, written);
        } catch (final UsageException failure) {
            attempt.failed(failure);
            throw failure;
        } catch (final RuntimeException | Error broken) {
            attempt.broke();
            throw broken;
        }
        attempt.answered(response.status());
        return response;
    }

    @Override
    public void dropIdleConnections() {
        wire.dropIdleConnections();
    }

    @Override
    public void close() {
        wire.close();
    }
}
