package dev.anycarrier.testkit.chaos;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
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
        return new ChaosFactory(factory, Objects.requireNonNull(options, "options"));
    }

    private static final class ChaosFactory extends ForwardingFactory {

        private final ChaosOptions options;

        ChaosFactory(final UsageProviderFactory factory, final ChaosOptions options) {
            super(factory);
            this.options = options;
        }

        @Override
        protected ProviderContext around(final ProviderContext context) {
            return new ChaosContext(context, options);
        }
    }
}
