package dev.anycarrier.http;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A context at a fixed time that counts unknown fields and has nothing else. */
record FakeContext(AtomicInteger unknownFields, ProviderEvents events) implements ProviderContext {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    FakeContext() {
        this(new AtomicInteger());
    }

    FakeContext(final ProviderEvents events) {
        this(new AtomicInteger(), events);
    }

    private FakeContext(final AtomicInteger unknownFields) {
        this(unknownFields, unknownFields::addAndGet);
    }

    @Override
    public String account() {
        return "test";
    }

    @Override
    public ProviderSettings settings() {
        throw new AssertionError("no settings are expected to be read");
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public Transport transport(final Authentication authentication) {
        throw new AssertionError("no transport is expected to be made");
    }
}
