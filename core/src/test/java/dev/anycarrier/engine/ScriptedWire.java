package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;

/** A wire on which every request leaves at once. */
record ScriptedWire(Script script) implements Wire {

    /** What comes back. */
    @FunctionalInterface
    interface Script {
        HttpResponse answer(HttpRequest request, long deadline);
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        if (!written.mayBeWritten()) {
            written.notSent();
            throw UsageException.unavailable(UnavailableCause.LOCAL, "withdrawn")
                    .build();
        }
        written.sent();
        return script.answer(request, deadline);
    }

    @Override
    public void dropIdleConnections() {}

    @Override
    public void close() {}
}
