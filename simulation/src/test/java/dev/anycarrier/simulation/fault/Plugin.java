package dev.anycarrier.simulation.fault;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Somebody else's provider, without limits, which does as the test says.
 *
 * @param id its identifier
 * @param usage what it does when it is asked
 * @param created run when a provider is created
 * @param closed run when a provider is closed
 */
record Plugin(String id, BiFunction<ProviderContext, SimId, UsageReport> usage, Runnable created, Runnable closed)
        implements UsageProviderFactory {

    /** Where its carrier is, if it has one. */
    private static final Setting<URI> BASE_URL =
            Setting.address("base-url", "Where its carrier is.").optional();

    /** One that answers so. */
    static Plugin answering(final BiFunction<ProviderContext, SimId, UsageReport> usage) {
        return new Plugin("plugin", usage, () -> {}, () -> {});
    }

    /** One that answers as it should. */
    static Plugin good() {
        return answering(Plugin::oneGibibyte);
    }

    Plugin called(final String newId) {
        return new Plugin(newId, usage, created, closed);
    }

    Plugin onCreation(final Runnable newCreated) {
        return new Plugin(id, usage, newCreated, closed);
    }

    Plugin onClose(final Runnable newClosed) {
        return new Plugin(id, usage, created, newClosed);
    }

    /** A right answer. */
    static UsageReport oneGibibyte(final ProviderContext context, final SimId sim) {
        return new UsageReport(
                "plugin",
                context.account(),
                sim,
                SimStatus.ACTIVE,
                Optional.of("ON"),
                List.of(Bucket.limited(Service.DATA, Quantity.bytes(2L << 30), Quantity.bytes(1L << 30))),
                List.of(),
                context.clock().instant(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public String displayName() {
        return "Plugin";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        created.run();
        return new UsageProvider() {
            @Override
            public ProviderDescriptor descriptor() {
                return new ProviderDescriptor(
                        Set.of(IdentifierType.ICCID),
                        Set.of(Service.DATA),
                        Optional.empty(),
                        Duration.ZERO,
                        List.of(),
                        Optional.empty());
            }

            @Override
            public UsageReport usage(final SimId sim) {
                return usage.apply(context, sim);
            }

            @Override
            public void close() {
                closed.run();
            }
        };
    }
}
