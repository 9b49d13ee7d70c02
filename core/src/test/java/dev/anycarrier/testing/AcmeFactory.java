package dev.anycarrier.testing;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A carrier in memory, whose SIMs all have the same two gibibytes. */
public final class AcmeFactory implements UsageProviderFactory {

    public static final Setting<URI> BASE_URL = Setting.address("base-url", "Where Acme is.");
    public static final Setting<SecretSource> API_KEY = Setting.secret("api-key", "Acme's key.");

    private final Set<IdentifierType> identifiers;
    private final BiFunction<ProviderContext, SimId, UsageReport> usage;
    private final Optional<UsageRecords> records;
    private final List<SimId> asked = new ArrayList<>();
    private int closed;

    public AcmeFactory() {
        this(Set.of(IdentifierType.ICCID), AcmeFactory::twoGibibytes, Optional.empty());
    }

    private AcmeFactory(
            final Set<IdentifierType> identifiers,
            final BiFunction<ProviderContext, SimId, UsageReport> usage,
            final Optional<UsageRecords> records) {
        this.identifiers = identifiers;
        this.usage = usage;
        this.records = records;
    }

    /** An Acme that accepts other identifiers. */
    public AcmeFactory accepting(final IdentifierType... types) {
        return new AcmeFactory(Set.of(types), usage, records);
    }

    /** An Acme that answers otherwise. */
    public AcmeFactory answering(final BiFunction<ProviderContext, SimId, UsageReport> other) {
        return new AcmeFactory(identifiers, other, records);
    }

    /** An Acme with a record on each of the pages named by the fetches. */
    public AcmeFactory withRecords(final Fetches fetches) {
        return new AcmeFactory(identifiers, usage, Optional.of((query, cursor) -> page(query, fetches.fetch(cursor))));
    }

    /** The SIMs that the provider was asked about. */
    public List<SimId> asked() {
        return List.copyOf(asked);
    }

    /** How often a provider was closed. */
    public int closed() {
        return closed;
    }

    public static UsageReport twoGibibytes(final ProviderContext context, final SimId sim) {
        return report("acme", context.account(), sim, context);
    }

    public static UsageReport report(
            final String provider, final String account, final SimId sim, final ProviderContext context) {
        return new UsageReport(
                provider,
                account,
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
    public String id() {
        return "acme";
    }

    @Override
    public String displayName() {
        return "Acme";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL, API_KEY);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return new UsageProvider() {
            @Override
            public ProviderDescriptor descriptor() {
                return new ProviderDescriptor(
                        identifiers,
                        Set.of(Service.DATA),
                        Optional.empty(),
                        Duration.ZERO,
                        List.of(
                                new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)),
                                new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15))),
                        Optional.empty());
            }

            @Override
            public UsageReport usage(final SimId sim) {
                asked.add(sim);
                return usage.apply(context, sim);
            }

            @Override
            public Optional<UsageRecords> records() {
                return records;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private static Page<UsageRecord> page(final UsageRecordQuery query, final Page<String> page) {
        final List<UsageRecord> items = page.items().stream()
                .map(id -> new UsageRecord(
                        id,
                        query.sim().orElse(CarrierSimId.of("000000001")),
                        Optional.empty(),
                        Optional.empty(),
                        Service.DATA,
                        Quantity.bytes(10),
                        query.from(),
                        Optional.empty()))
                .toList();
        return new Page<>(items, page.next());
    }
}
