package dev.anycarrier;

import dev.anycarrier.engine.FreshnessOptions;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.net.HttpClientOptions;
import dev.anycarrier.engine.net.TlsOptions;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.resilience.BreakerOptions;
import dev.anycarrier.engine.resilience.Retries;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the parts of the engine take from an account's settings. */
final class EngineOptions {

    private EngineOptions() {}

    /** A limit or interval that is set replaces all that the provider says in its place. */
    static ProviderDescriptor inForce(final ProviderDescriptor descriptor, final AccountSettings settings) {
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
        final ProviderDescriptor limited = descriptor.withLimits(limits);
        return settings.find(CommonSettings.MINIMUM_INTERVAL)
                .map(limited::withMinimumInterval)
                .orElse(limited);
    }

    static FreshnessOptions freshness(final AccountSettings settings, final ProviderDescriptor inForce) {
        return new FreshnessOptions(
                settings.find(CommonSettings.MAXIMUM_AGE)
                        .or(inForce::carrierCacheTime)
                        .orElse(inForce.minimumInterval()),
                inForce.minimumInterval(),
                inForce.carrierCacheTime(),
                settings.get(CommonSettings.WHEN_STALE));
    }

    static UsageValues values(final AccountSettings settings, final Surroundings surroundings, final String stateKey) {
        return new UsageValues(
                surroundings.ports(),
                surroundings.state(),
                stateKey,
                settings.get(CommonSettings.CACHED_SIMS),
                settings.get(CommonSettings.UNKNOWN_SIM_TIME),
                settings.get(CommonSettings.STALE_TIME));
    }

    static Retries retries(final AccountSettings settings, final Ports ports) {
        return new Retries(
                ports, settings.get(CommonSettings.MAXIMUM_ATTEMPTS), settings.get(CommonSettings.RETRY_BUDGET));
    }

    static BreakerOptions breaker(final AccountSettings settings) {
        return settings.get(CommonSettings.CIRCUIT_BREAKER)
                ? BreakerOptions.openingFor(settings.get(CommonSettings.CIRCUIT_OPEN_TIME))
                : BreakerOptions.disabled();
    }

    /** The secrets as they are now, or none if none of them can change. */
    static Supplier<List<Secret>> credentials(final AccountSettings settings) {
        final Collection<SecretSource> sources = settings.secrets();
        return sources.stream().allMatch(SecretSource::isFixed)
                ? List::of
                : () -> sources.stream().map(SecretSource::current).toList();
    }

    /** The secrets as they are now, whether they can change or not. */
    static Supplier<List<Secret>> secrets(final AccountSettings settings) {
        final Collection<SecretSource> sources = settings.secrets();
        return () -> sources.stream().map(SecretSource::current).toList();
    }

    /** An account of the same name at another carrier or address has another past. */
    static String stateKey(final AccountSettings settings) {
        return settings.addresses().stream()
                .map(URI::toString)
                .sorted()
                .collect(Collectors.joining(" ", settings.account() + " " + settings.provider() + " ", ""));
    }

    static HttpClientOptions httpClient(final AccountSettings settings) {
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
}
