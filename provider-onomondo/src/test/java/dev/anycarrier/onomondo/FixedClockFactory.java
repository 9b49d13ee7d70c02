package dev.anycarrier.onomondo;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.InstantSource;
import java.util.List;

/**
 * Creates another factory's providers under a clock of the test's own, so that the current month is always the same.
 *
 * @param factory the factory
 * @param clock the clock its providers see
 */
record FixedClockFactory(UsageProviderFactory factory, InstantSource clock) implements UsageProviderFactory {

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
        return factory.create(new FixedClockContext(context, clock));
    }

    private record FixedClockContext(ProviderContext context, InstantSource clock) implements ProviderContext {

        @Override
        public String account() {
            return context.account();
        }

        @Override
        public ProviderSettings settings() {
            return context.settings();
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
}
