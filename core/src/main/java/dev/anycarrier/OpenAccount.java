package dev.anycarrier;

import dev.anycarrier.engine.AccountEvents;
import dev.anycarrier.engine.AccountIdentity;
import dev.anycarrier.engine.Attempts;
import dev.anycarrier.engine.CallStage;
import dev.anycarrier.engine.FreshnessStage;
import dev.anycarrier.engine.KeptClassLoader;
import dev.anycarrier.engine.Origins;
import dev.anycarrier.engine.Redactor;
import dev.anycarrier.engine.SendStage;
import dev.anycarrier.engine.Statistics;
import dev.anycarrier.engine.WatchedWire;
import dev.anycarrier.engine.Watching;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.limit.SharedAccount;
import dev.anycarrier.engine.limit.SharedBudget;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.settings.EffectiveSetting;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.AccountCondition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that belongs to one account, put together and taken apart. */
final class OpenAccount {

    private static final Duration UNWINDING = Duration.ofMillis(100);

    private final AccountIdentity identity;
    private final AccountSettings settings;
    private final Ports ports;
    private final Statistics statistics = new Statistics();
    private final Watching watching;
    private final Wire wire;
    private final ProviderEvents events;
    private final RateLimiter limiter;
    private final Optional<SharedAccount> shared;
    private final SendStage sends;
    private final Attempts attempts;
    private final CallStage calls;
    private final UsageValues values;
    private final FreshnessStage freshness;
    private final UsageProvider provider;
    private final ProviderDescriptor descriptor;

    /**
     * Opens an account; no I/O but reading key and trust stores and what was kept of it.
     *
     * @param predecessor the account of this name that it is to take the place of
     * @throws IllegalArgumentException if its settings do not fit together
     */
    OpenAccount(
            final AccountSettings settings,
            final UsageProviderFactory factory,
            final Surroundings surroundings,
            final Optional<OpenAccount> predecessor) {
        this.identity = new AccountIdentity(settings.account(), settings.provider());
        this.settings = settings;
        this.ports = surroundings.ports();
        final String kept = EngineOptions.stateKey(settings);
        final Duration attemptTimeout = settings.get(CommonSettings.ATTEMPT_TIMEOUT);
        this.watching = new Watching(
                identity, surroundings.cluster().map(Cluster::node), surroundings.listeners(), ports.time());
        this.wire = WatchedWire.of(
                surroundings.wires().open(settings.account(), EngineOptions.httpClient(settings)), watching);
        this.events = new AccountEvents(statistics, wire);
        this.limiter = surroundings.limiters().open(kept, ports, surroundings.state(), attemptTimeout);
        this.shared = surroundings
                .cluster()
                .map(cluster -> new SharedAccount(
                        cluster, kept, attemptTimeout, settings.get(CommonSettings.STALE_TIME), ports));
        final Optional<SharedBudget> budget = shared.map(account -> new SharedBudget(limiter, account, ports));
        this.sends = new SendStage(
                wire,
                new Origins(settings.addresses()),
                limiter,
                attemptTimeout,
                ports,
                statistics,
                EngineOptions.credentials(settings),
                budget.map(its -> new SendStage.Shared(its, EngineOptions.secrets(settings))));
        this.attempts = new Attempts(ports, EngineOptions.retries(settings, ports), EngineOptions.breaker(settings));
        this.calls = new CallStage(
                identity,
                settings.get(CommonSettings.DEADLINE),
                ports,
                new Redactor(settings.secrets(), sends::accessTokens),
                attempts);
        this.provider = opening(
                () -> Objects.requireNonNull(factory.create(new Context(ports.time())), "a provider"), this::release);
        this.descriptor = opening(() -> EngineOptions.inForce(provider.descriptor(), settings), () -> {
            closeProvider(ports.time().nanoTime() + UNWINDING.toNanos());
            release();
        });
        this.values = EngineOptions.values(settings, surroundings, kept);
        predecessor
                .filter(before -> EngineOptions.stateKey(before.settings).equals(kept))
                .ifPresent(before -> values.takeOver(before.values));
        if (!limiter.isSuccessor()) {
            begin();
            surroundings.state().restore(kept, this::restore);
        }
        this.freshness = new FreshnessStage(
                identity, calls, values, EngineOptions.freshness(settings, descriptor), ports, budget);
    }

    /** Holds to its limits from now on, also where it takes the place of one with others. */
    void begin() {
        limiter.enforce(descriptor.limits(), descriptor.rateLimitHeaders());
        shared.ifPresent(account -> account.enforce(descriptor.limits()));
    }

    private void restore(final StateEntry entry) {
        if (entry instanceof StateEntry.Value value) {
            values.restore(value);
        } else {
            limiter.restore(entry);
        }
    }

    AccountIdentity identity() {
        return identity;
    }

    ProviderDescriptor descriptor() {
        return descriptor;
    }

    UsageProvider provider() {
        return provider;
    }

    SendStage sends() {
        return sends;
    }

    CallStage calls() {
        return calls;
    }

    FreshnessStage freshness() {
        return freshness;
    }

    Watching watching() {
        return watching;
    }

    AccountCondition condition() {
        return new AccountCondition(
                limiter.left(), limiter.waiting(), attempts.retriesLeft(), attempts.breakers(), sends.tokenTimes());
    }

    RateLimiter limiter() {
        return limiter;
    }

    Ports ports() {
        return ports;
    }

    Statistics statistics() {
        return statistics;
    }

    ProviderEvents events() {
        return events;
    }

    AccountSettings resolved() {
        return settings;
    }

    List<EffectiveSetting> settings() {
        return settings.effective();
    }

    /** Whether the carrier accepts the identifier as it is. */
    boolean accepts(final SimId sim) {
        return descriptor.identifiers().contains(IdentifierType.of(sim));
    }

    /**
     * The identifier as the carrier accepts it.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if it accepts none of that type
     */
    SimId accepted(final SimId sim) {
        final Set<IdentifierType> identifiers = descriptor.identifiers();
        if (accepts(sim)) {
            return sim;
        }
        if (identifiers.contains(IdentifierType.CARRIER_SIM_ID)) {
            return CarrierSimId.of(sim.value());
        }
        throw UsageException.of(
                        Kind.REJECTED_INPUT, "this carrier accepts an ICCID of 17 to 22 digits, and this is none")
                .build();
    }

    /** How long calls under way may go on once it is closed. */
    Duration closeGrace() {
        return settings.get(CommonSettings.CLOSE_GRACE);
    }

    /** Refuses new calls. Idempotent. */
    void refuse() {
        calls.refuse();
    }

    /** Lets the calls under way end until the deadline, ends those that have not, and releases everything. Idempotent. */
    void close(final long deadline) {
        calls.refuse();
        freshness.close(deadline);
        calls.close(deadline);
        release();
        // Whoever was interrupted needs a moment to leave; a plugin that does not is not waited for.
        final long left = ports.time().nanoTime() + UNWINDING.toNanos();
        freshness.close(left);
        calls.close(left);
        sends.awaitEnd(left);
        closeProvider(ports.time().nanoTime() + UNWINDING.toNanos());
    }

    private void release() {
        sends.close();
        wire.close();
    }

    /** A plugin that fails or blocks as it is closed keeps nobody else from being closed. */
    private void closeProvider(final long deadline) {
        try {
            final boolean ended = ports.threads()
                    .start("anycarrier " + identity.account(), provider::close)
                    .join(deadline);
            assert ended || ports.time().nanoTime() - deadline >= 0;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final RuntimeException noThread) {
            closeProviderHere();
        }
    }

    private void closeProviderHere() {
        try {
            KeptClassLoader.around(() -> {
                provider.close();
                return true;
            });
        } catch (final RuntimeException | StackOverflowError | LinkageError e) {
            // It was to release what it holds; there is nobody to tell that it could not.
            return;
        }
    }

    /** A step of opening that is the plugin's; if it fails, nothing stays open. */
    private static <T> T opening(final Supplier<T> step, final Runnable release) {
        try {
            return KeptClassLoader.around(step);
        } catch (final Throwable e) {
            release.run();
            throw e;
        }
    }

    /** What the provider sees of all this. */
    private final class Context implements ProviderContext {

        private final InstantSource clock;

        Context(final InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public String account() {
            return identity.account();
        }

        @Override
        public ProviderSettings settings() {
            return settings;
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public ProviderEvents events() {
            return events;
        }

        @Override
        public Transport transport(final Authentication authentication) {
            return sends.transport(authentication);
        }
    }
}
