package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A factory that behaves as another does, and remembers the provider it made, which the engine shows to nobody, and who sends. */
public final class RememberingFactory extends ForwardingFactory {

    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private volatile Optional<UsageProvider> made = Optional.empty();

    RememberingFactory(final UsageProviderFactory factory) {
        super(factory);
    }

    public UsageProvider made() {
        return made.orElseThrow(() -> new Violation("no provider was made"));
    }

    /** The threads in which providers have sent requests so far, those for access tokens aside. */
    Set<Thread> senders() {
        return Set.copyOf(senders);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        final UsageProvider provider = super.create(context);
        made = Optional.of(provider);
        return provider;
    }

    @Override
    protected ProviderContext around(final ProviderContext context) {
        return new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                final Transport transport = super.transport(authentication);
                return request -> {
                    senders.add(Thread.currentThread());
                    return transport.send(request);
                };
            }
        };
    }
}
