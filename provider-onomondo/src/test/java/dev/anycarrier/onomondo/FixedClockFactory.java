package dev.anycarrier.onomondo;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
import java.time.InstantSource;

/** Another factory, whose providers see a clock of the test's own, so that the current month is always the same. */
final class FixedClockFactory extends ForwardingFactory {

    private final InstantSource clock;

    FixedClockFactory(final UsageProviderFactory factory, final InstantSource clock) {
        super(factory);
        this.clock = clock;
    }

    @Override
    protected ProviderContext around(final ProviderContext context) {
        return new ForwardingContext(context) {
            @Override
            public InstantSource clock() {
                return clock;
            }
        };
    }
}
