package dev.anycarrier;

import dev.anycarrier.discovery.DiscoveredProviders;
import dev.anycarrier.discovery.ProviderDiscovery;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The front door: the configured accounts of any carriers, and their SIMs' usage.
 *
 * <pre>{@code
 * try (Anycarrier carriers = Anycarrier.builder().settings(Path.of("carriers.properties")).build()) {
 *     UsageReport report = carriers.usage(SimRef.parse("airalo-eu:8944465400000217735"));
 * }
 * }</pre>
 *
 * <p>Thread-safe. One instance serves a whole process; it keeps connections and access tokens between questions.
 */
public final class Anycarrier implements AutoCloseable {

    private final SortedMap<String, CarrierAccount> accounts;
    private final List<OpenAccount> open;
    private final DiscoveredProviders providers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Anycarrier(final List<OpenAccount> open, final DiscoveredProviders providers) {
        final SortedMap<String, CarrierAccount> byName = new TreeMap<>();
        open.forEach(account -> byName.put(account.identity().account(), new CarrierAccount(account)));
        this.accounts = Collections.unmodifiableSortedMap(byName);
        this.open = List.copyOf(open);
        this.providers = providers;
    }

    /** Begins an instance. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Asks for the usage of one SIM.
     *
     * @throws UsageException of any kind, as {@link CarrierAccount#usage}; {@link Kind#REJECTED_INPUT} if there is no
     *     such account
     */
    public UsageReport usage(final SimRef sim) {
        return account(sim.account()).usage(sim.sim());
    }

    /**
     * The account of that name.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if there is none; the message names those there are
     */
    public CarrierAccount account(final String name) {
        final CarrierAccount account = accounts.get(name);
        if (account == null) {
            final String asked = SimRef.isAccountName(name) ? "'" + name + "'" : "of that name";
            throw UsageException.of(
                            Kind.REJECTED_INPUT,
                            "there is no account " + asked + "; known are " + String.join(", ", accounts.keySet()))
                    .build();
        }
        return account;
    }

    /** All accounts by name, in the order of names. */
    public Map<String, CarrierAccount> accounts() {
        return accounts;
    }

    /** The providers that were found, and those that could not be used. */
    public DiscoveredProviders providers() {
        return providers;
    }

    /**
     * Ends every call under way with {@link Kind#CANCELLED}, refuses new ones, and leaves no connection behind.
     * Idempotent.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            open.forEach(OpenAccount::close);
        }
    }

    /** Gathers what an {@link Anycarrier} is made of. Not thread-safe. */
    public static final class Builder {

        private final List<UsageProviderFactory> factories = new ArrayList<>();
        private @Nullable Settings settings;
        private @Nullable ClassLoader classLoader;
        private Ports ports = Ports.system();

        private Builder() {}

        /** The settings, from a properties file and above it system properties and the environment. */
        public Builder settings(final Path file) {
            return settings(Settings.load(file));
        }

        /** The settings. Without any, only system properties and the environment are read. */
        public Builder settings(final Settings newSettings) {
            this.settings = newSettings;
            return this;
        }

        /** A provider's factory besides those that {@link java.util.ServiceLoader} finds. */
        public Builder factory(final UsageProviderFactory factory) {
            factories.add(factory);
            return this;
        }

        /** Where providers are looked for; by default the context class loader of the thread that builds. */
        public Builder classLoader(final ClassLoader newClassLoader) {
            this.classLoader = newClassLoader;
            return this;
        }

        /** Other surroundings than the system's; for the engine's own tests. */
        @SuppressWarnings("exports")
        public Builder ports(final Ports newPorts) {
            this.ports = newPorts;
            return this;
        }

        /**
         * Reads the settings, finds the providers and opens the accounts; asks no carrier anything.
         *
         * @throws dev.anycarrier.settings.InvalidSettingsException listing everything that is wrong with the settings
         */
        public Anycarrier build() {
            final ClassLoader loader = Optional.ofNullable(classLoader)
                    .or(() -> Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
                    .orElseGet(Anycarrier.class::getClassLoader);
            final ProviderDiscovery discovery = ProviderDiscovery.run(loader, factories);
            final Settings read = settings == null ? Settings.builder().build() : settings;
            return new Anycarrier(AccountOpening.open(read, discovery.factories(), ports), discovery.providers());
        }
    }
}
