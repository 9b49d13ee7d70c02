package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The surroundings of a provider, in which it is seen who sends.
 *
 * @param context the surroundings themselves
 * @param senders is told the thread of every request
 */
record WatchedContext(ProviderContext context, Consumer<Thread> senders) implements ProviderContext {

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
        final Transport transport = context.transport(authentication);
        return request -> {
            senders.accept(Thread.currentThread());
            return transport.send(request);
        };
    }
}
