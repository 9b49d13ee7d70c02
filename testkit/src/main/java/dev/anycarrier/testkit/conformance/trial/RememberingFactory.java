package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A factory that behaves as another does, and remembers the provider it made: the engine shows it to nobody. */
public final class RememberingFactory implements UsageProviderFactory {

    private final UsageProviderFactory factory;
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private volatile Optional<UsageProvider> made = Optional.empty();

    RememberingFactory(final UsageProviderFactory factory) {
        this.factory = factory;
    }

    public UsageProvider made() {
        return made.orElseThrow(() -> new Violation("no provider was made"));
    }

    /** The threads in which providers have sent requests so far, those for access tokens aside. */
    Set<Thread> senders() {
        return Set.copyOf(senders);
    }

    @Override
    public String id() {
        return factory.id();
    }

    @Override
    public String displayName() {
        return factory.displayName();
    }

    @Override
    public int spiVersion() {
        return factory.spiVersion();
    }

    @Override
    public List<Setting<?>> settings() {
        return factory.settings();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        final UsageProvider provider = factory.create(new WatchedContext(context, senders::add));
        made = Optional.of(provider);
        return provider;
    }
}
