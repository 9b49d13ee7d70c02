package dev.anycarrier.spi;

import dev.anycarrier.usage.Service;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for one account of a carrier, whatever is asked.
 *
 * @param identifiers the types of identifier the carrier accepts
 * @param services the services it can tell about
 * @param carrierCacheTime how old the carrier admits its values may be, or empty if it does not say
 * @param minimumInterval asking about one SIM again sooner than this can teach nothing new; zero if that is not so
 * @param limits what the carrier allows, several per scope where it has several
 * @param rateLimitHeaders what the carrier's own limit headers mean, or empty if it does not say: then they are ignored
 */
public record ProviderDescriptor(
        Set<IdentifierType> identifiers,
        Set<Service> services,
        Optional<Duration> carrierCacheTime,
        Duration minimumInterval,
        List<RateLimit> limits,
        Optional<RateLimitHeaders> rateLimitHeaders) {

    /** Copies the collections. */
    public ProviderDescriptor {
        identifiers = Set.copyOf(identifiers);
        services = Set.copyOf(services);
        Objects.requireNonNull(carrierCacheTime, "carrierCacheTime");
        Objects.requireNonNull(minimumInterval, "minimumInterval");
        limits = List.copyOf(limits);
        Objects.requireNonNull(rateLimitHeaders, "rateLimitHeaders");
    }

    /** The same with other limits. */
    public ProviderDescriptor withLimits(final List<RateLimit> newLimits) {
        return new ProviderDescriptor(
                identifiers, services, carrierCacheTime, minimumInterval, newLimits, rateLimitHeaders);
    }

    /** The same with another minimum interval. */
    public ProviderDescriptor withMinimumInterval(final Duration newMinimumInterval) {
        return new ProviderDescriptor(
                identifiers, services, carrierCacheTime, newMinimumInterval, limits, rateLimitHeaders);
    }
}
