package dev.anycarrier.testkit.forwarding;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import java.time.InstantSource;
import java.util.Objects;

/** A context that is as another one, but for what a subclass changes. As thread-safe as that and the subclass. */
public abstract class ForwardingContext implements ProviderContext {

    private final ProviderContext context;

    /**
     * As that context.
     *
     * @throws NullPointerException if it is null
     */
    protected ForwardingContext(final ProviderContext context) {
        this.context = Objects.requireNonNull(context, "context");
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
