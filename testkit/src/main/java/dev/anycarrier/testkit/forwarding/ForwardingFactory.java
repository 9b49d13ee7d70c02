package dev.anycarrier.testkit.forwarding;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.Objects;

/** A factory that is as another one, but for what a subclass changes. As thread-safe as that and the subclass. */
public abstract class ForwardingFactory implements UsageProviderFactory {

    private final UsageProviderFactory factory;

    /**
     * As that factory.
     *
     * @throws NullPointerException if it is null
     */
    protected ForwardingFactory(final UsageProviderFactory factory) {
        this.factory = Objects.requireNonNull(factory, "factory");
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
        return factory.create(around(context));
    }

    /** What the other factory is given in place of a context: that one itself, unless this is overridden. */
    protected ProviderContext around(final ProviderContext context) {
        return context;
    }
}
