package dev.anycarrier.testkit.chaos;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.Objects;

/**
 * Puts a carrier, and with it whatever is built on top of it, behind a network that misbehaves by the dice: the engine,
 * the caller's own error handling, a whole platform.
 */
public final class Chaos {

    private Chaos() {}

    /**
     * A factory like the given one, whose providers meet chaos on every request, for tokens too. It stands before the
     * engine's own sending: what it throws takes part in retries and the breaker, and what it does not send costs nothing
     * of any limit. Each account draws from its own dice, by its name.
     */
    public static UsageProviderFactory around(final UsageProviderFactory factory, final ChaosOptions options) {
        return new ChaosFactory(Objects.requireNonNull(factory, "factory"), Objects.requireNonNull(options, "options"));
    }

    private record ChaosFactory(UsageProviderFactory factory, ChaosOptions options) implements UsageProviderFactory {

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
            return factory.create(new ChaosContext(context, options));
        }
    }
}
