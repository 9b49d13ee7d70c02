package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import java.time.InstantSource;

/** The same surroundings as another, to be overridden. */
class SameContext implements ProviderContext {

    private final ProviderContext context;

    SameContext(final ProviderContext context) {
        this.context = context;
    }

    @Override
    public String account() {
        return context.account();
    }

    @Override
    public ProviderSettings settings() {
        return context.settings();
    }

    @Override
    public InstantSource clock() {
        return context.clock();
    }

    @Override
    public ProviderEvents events() {
        return context.events();
    }

    @Override
    public Transport transport(final Authentication authentication) {
        return context.transport(authentication);
    }
}
