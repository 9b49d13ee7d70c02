package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.discovery.DiscoveredProviders;
import dev.anycarrier.discovery.ProviderDiscovery;
import dev.anycarrier.engine.net.BoundedHttpClient;
import dev.anycarrier.engine.net.ReadWatch;
import dev.anycarrier.engine.net.WireFactory;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.state.FileStateStore;
import dev.anycarrier.engine.sweep.SweptAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
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

    private final ProviderDiscovery discovery;
    private final Surroundings surroundings;
    private final OpenAccounts accounts;

    private Anycarrier(
            final ProviderDiscovery discovery, final Surroundings surroundings, final OpenAccounts accounts) {
        this.discovery = discovery;
        this.surroundings = surroundings;
        this.accounts = accounts;
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
     * Asks for the usage of one SIM, in another way than the account's settings say.
     *
     * @throws UsageException of any kind, as {@link CarrierAccount#usage(SimId, CallOptions)}; {@link
     *     Kind#REJECTED_INPUT} if there is no such account
     */
    public UsageResult usage(final SimRef sim, final CallOptions options) {
        return account(sim.account()).usage(sim.sim(), options);
    }

    /**
     * Prepares to read many SIMs, of any accounts.
     *
     * @param sims the SIMs; gone through several times, side by side, and each time in the same order. It need not fit
     *     into memory
     */
    public Sweep sweep(final Iterable<SimRef> sims) {
        final Map<String, SweptAccount> swept = new TreeMap<>();
        accounts().forEach((name, account) -> swept.put(name, account.swept()));
        return new Sweep(sims, swept, surroundings.ports(), surroundings.listeners());
    }

    /**
     * The account of that name.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if there is none; the message names those there are
     */
    public CarrierAccount account(final String name) {
        final Map<String, CarrierAccount> known = accounts();
        final CarrierAccount account = known.get(name);
        if (account == null) {
            final String asked = SimRef.isAccountName(name) ? "'" + name + "'" : "of that name";
            throw UsageException.of(
                            Kind.REJECTED_INPUT,
                            "there is no account " + asked + "; known are " + String.join(", ", known.keySet()))
                    .build();
        }
        return account;
    }

    /** All accounts by name, in the order of names, as they are now. */
    public Map<String, CarrierAccount> accounts() {
        return accounts.byName();
    }

    /** The providers that were found, and those that could not be used. */
    public DiscoveredProviders providers() {
        return discovery.providers();
    }

    /**
     * Goes over to other settings while running. Accounts that are new are opened, those that are gone are closed as by
     * {@link #close()}, those with other values are opened anew and their predecessors closed, and all others go on as if
     * nothing had happened. A {@link CarrierAccount} at hand of one that was closed answers nothing but {@link
     * Kind#CANCELLED}.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException listing everything that is wrong; then nothing has changed
     * @throws IllegalStateException if this is closed
     */
    public void apply(final Settings settings) {
        accounts.apply(settings);
    }

    /**
     * Refuses new calls, lets those under way end within each account's {@code close-grace}, ends the rest with {@link
     * Kind#CANCELLED}, and leaves no thread or connection behind. Idempotent.
     */
    @Override
    public void close() {
        if (accounts.close()) {
            surroundings.close();
        }
    }

    /** Gathers what an {@link Anycarrier} is made of. Not thread-safe. */
    public static final class Builder {

        private final List<UsageProviderFactory> factories = new ArrayList<>();
        private final List<AnycarrierListener> listeners = new ArrayList<>();
        private @Nullable Settings settings;
        private @Nullable ClassLoader classLoader;
        private Ports ports = Ports.system();
        private @Nullable WireFactory wires;
        private @Nullable StateStore state;
        private @Nullable Path stateFile;
        private @Nullable Cluster cluster;

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

        /**
         * Where to keep what must outlive this process: the carriers' limits and the last values, so that a restart
         * neither forgets the one nor misses the other. By default nothing is kept. The file is readable for its owner
         * alone and used by one process at a time; it holds whole SIM identifiers, and no secret.
         */
        public Builder stateFile(final Path file) {
            this.stateFile = file;
            return this;
        }

        /**
         * The threads that calls run on. The executor runs each task on a thread that may block; one that rejects a task
         * makes that call {@link Kind#UNAVAILABLE}. By default virtual threads on JDK 21 and later, else a pool of daemon
         * threads that grows with the calls under way.
         */
        public Builder executor(final Executor executor) {
            this.ports = ports.withThreads(Threads.of(executor));
            return this;
        }

        /** Who is told of accounts, calls, requests and sweeps, besides those given before. Without any, nothing is noted. */
        public Builder listener(final AnycarrierListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Other surroundings than the system's; for the engine's own tests. */
        @SuppressWarnings("exports")
        public Builder ports(final Ports newPorts) {
            this.ports = newPorts;
            return this;
        }

        /** Another way to the carriers than the network; for the engine's own tests. */
        @SuppressWarnings("exports")
        public Builder wires(final WireFactory newWires) {
            this.wires = newWires;
            return this;
        }

        /** Another place for what must outlive the process than a file; for the engine's own tests. */
        @SuppressWarnings("exports")
        public Builder state(final StateStore newState) {
            this.state = newState;
            return this;
        }

        /**
         * What other nodes share with this one: then the carriers' limits, access tokens and last values are those of all nodes
         * together. Without it they are this process's own. A cluster that cannot be reached lets no request pass; what is
         * known is served as stale, where the options allow that. It is closed with this.
         *
         * @param newCluster of {@code anycarrier-cluster}; for one {@link Anycarrier} alone
         */
        @SuppressWarnings("exports")
        public Builder cluster(final Cluster newCluster) {
            this.cluster = newCluster;
            return this;
        }

        /**
         * Reads the settings, finds the providers and opens the accounts; asks no carrier anything.
         *
         * @throws dev.anycarrier.settings.InvalidSettingsException listing everything that is wrong with the settings
         * @throws dev.anycarrier.call.InvalidStateException if the state file cannot be used
         */
        public Anycarrier build() {
            final ClassLoader loader = Optional.ofNullable(classLoader)
                    .or(() -> Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
                    .orElseGet(Anycarrier.class::getClassLoader);
            final ProviderDiscovery discovery = ProviderDiscovery.run(loader, factories);
            final Settings read = settings == null ? Settings.builder().build() : settings;
            final Surroundings surroundings = new Surroundings(
                    ports,
                    openWires(),
                    openState(),
                    new AccountLimiters(),
                    Optional.ofNullable(cluster),
                    List.copyOf(listeners));
            try {
                return new Anycarrier(
                        discovery, surroundings, new OpenAccounts(read, discovery.factories(), surroundings));
            } catch (final RuntimeException | Error e) {
                surroundings.close();
                throw e;
            }
        }

        private WireFactory openWires() {
            if (wires != null) {
                return wires;
            }
            final Ports own = ports;
            final ReadWatch watch = new ReadWatch(own.threads(), own.time());
            return (account, options) -> new BoundedHttpClient(options, own.time(), own.resolver(), watch);
        }

        private StateStore openState() {
            if (state != null) {
                return state;
            }
            return stateFile == null ? StateStore.none() : FileStateStore.open(stateFile, ports.time());
        }
    }
}
