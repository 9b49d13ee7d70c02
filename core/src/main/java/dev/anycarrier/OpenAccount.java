package dev.anycarrier;

import dev.anycarrier.engine.AccountIdentity;
import dev.anycarrier.engine.CallStage;
import dev.anycarrier.engine.Limits;
import dev.anycarrier.engine.Origins;
import dev.anycarrier.engine.Redactor;
import dev.anycarrier.engine.SendStage;
import dev.anycarrier.engine.Statistics;
import dev.anycarrier.engine.net.BoundedHttpClient;
import dev.anycarrier.engine.net.HttpClientOptions;
import dev.anycarrier.engine.net.TlsOptions;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.settings.EffectiveSetting;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that belongs to one account, put together and taken apart. */
final class OpenAccount implements AutoCloseable {

    private final AccountIdentity identity;
    private final AccountSettings settings;
    private final Ports ports;
    private final Statistics statistics = new Statistics();
    private final BoundedHttpClient client;
    private final SendStage sends;
    private final CallStage calls;
    private final UsageProvider provider;
    private final ProviderDescriptor descriptor;

    /**
     * Opens an account; no I/O but reading key and trust stores.
     *
     * @throws IllegalArgumentException if its settings do not fit together
     */
    OpenAccount(final AccountSettings settings, final UsageProviderFactory factory, final Ports ports) {
        this.identity = new AccountIdentity(settings.account(), settings.provider());
        this.settings = settings;
        this.ports = ports;
        this.client = new BoundedHttpClient(clientOptions(settings), ports.time(), ports.resolver());
        final Limits limits = new Limits(ports.time());
        this.sends = new SendStage(
                client::send,
                new Origins(settings.addresses()),
                limits,
                settings.get(CommonSettings.ATTEMPT_TIMEOUT),
                ports,
                statistics);
        this.calls = new CallStage(
                identity,
                settings.get(CommonSettings.DEADLINE),
                ports,
                new Redactor(settings.secrets(), sends::accessTokens));
        this.provider = factory.create(new Context(ports.time()));
        this.descriptor = withLimits(provider.descriptor(), settings);
        limits.enforce(descriptor.limits());
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

    Ports ports() {
        return ports;
    }

    CallStage calls() {
        return calls;
    }

    Statistics statistics() {
        return statistics;
    }

    List<EffectiveSetting> settings() {
        return settings.effective();
    }

    @Override
    public void close() {
        calls.close();
        client.close();
        sends.close();
        provider.close();
    }

    private static HttpClientOptions clientOptions(final AccountSettings settings) {
        return new HttpClientOptions(
                settings.get(CommonSettings.CONNECT_TIMEOUT),
                settings.get(CommonSettings.MAXIMUM_CONNECTIONS),
                settings.get(CommonSettings.CONNECTION_IDLE_TIME),
                settings.get(CommonSettings.REUSE_CONNECTIONS),
                settings.get(CommonSettings.MAXIMUM_BODY_BYTES),
                UserAgent.VALUE,
                settings.find(CommonSettings.PROXY),
                settings.get(CommonSettings.ALLOW_HTTP),
                settings.get(CommonSettings.ALLOW_PRIVATE_ADDRESS),
                new TlsOptions(
                        settings.find(CommonSettings.TRUST_STORE),
                        settings.find(CommonSettings.TRUST_STORE_PASSWORD).map(SecretSource::current),
                        settings.find(CommonSettings.CLIENT_CERTIFICATE),
                        settings.find(CommonSettings.CLIENT_CERTIFICATE_PASSWORD)
                                .map(SecretSource::current),
                        settings.find(CommonSettings.PINNED_CERTIFICATES).orElse(Set.of())));
    }

    /** A limit that is set for a scope replaces all that the provider says for it. */
    private static ProviderDescriptor withLimits(final ProviderDescriptor descriptor, final AccountSettings settings) {
        final List<RateLimit> limits = new ArrayList<>();
        for (final LimitScope scope : LimitScope.values()) {
            final Optional<RateLimit> set = settings.find(CommonSettings.limit(scope));
            if (set.isPresent()) {
                limits.add(set.get());
            } else {
                descriptor.limits().stream()
                        .filter(limit -> limit.scope() == scope)
                        .forEach(limits::add);
            }
        }
        return descriptor.withLimits(limits);
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
            return statistics;
        }

        @Override
        public Transport transport(final Authentication authentication) {
            return sends.transport(authentication);
        }
    }
}
