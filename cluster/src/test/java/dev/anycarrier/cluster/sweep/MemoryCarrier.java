package dev.anycarrier.cluster.sweep;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A carrier in memory that takes its time, and tells whom it was asked about. */
final class MemoryCarrier implements UsageProviderFactory {

    private final Duration latency;
    private final Consumer<SimRef> ledger;

    MemoryCarrier(final Duration latency, final Consumer<SimRef> ledger) {
        this.latency = latency;
        this.ledger = ledger;
    }

    /** So many SIMs, of two accounts in turn. */
    static List<SimRef> sims(final int count) {
        return stream(count).toList();
    }

    static Stream<SimRef> stream(final int count) {
        return IntStream.range(0, count).mapToObj(MemoryCarrier::sim);
    }

    static SimRef sim(final int number) {
        return new SimRef(
                number % 2 == 0 ? "one" : "two", SimId.parse(Long.toString(8_944_465_400_000_000_000L + number)));
    }

    /** Accounts of this carrier. */
    Anycarrier open() {
        return Anycarrier.builder()
                .factory(this)
                .settings(Settings.builder()
                        .set("one.provider", id())
                        .set("two.provider", id())
                        .build())
                .build();
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String displayName() {
        return "Memory";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
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
                ledger.accept(new SimRef(context.account(), sim));
                pause();
                return report(context, sim);
            }
        };
    }

    private void pause() {
        if (!latency.isZero()) {
            try {
                TimeSource.system().sleep(latency);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw UsageException.of(Kind.CANCELLED, "interrupted").build();
            }
        }
    }

    private static UsageReport report(final ProviderContext context, final SimId sim) {
        return new UsageReport(
                "memory",
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
}
