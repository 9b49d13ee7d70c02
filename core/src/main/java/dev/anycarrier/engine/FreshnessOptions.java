package dev.anycarrier.engine;

import dev.anycarrier.call.WhenStale;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account holds about old values, where a call does not say otherwise.
 *
 * @param maximumAge how old a value may be that is answered without asking
 * @param minimumInterval how soon asking again can teach anything
 * @param carrierCacheTime how old the carrier admits its values may be, or empty
 * @param whenStale what to do with an older one
 */
public record FreshnessOptions(
        Duration maximumAge, Duration minimumInterval, Optional<Duration> carrierCacheTime, WhenStale whenStale) {

    /** What a carrier that states when it observed a value, but not how long it keeps one, is taken to keep it. */
    private static final Duration ASSUMED_CACHE_TIME = Duration.ofHours(1);

    /** Checks that every part is there. */
    public FreshnessOptions {
        Objects.requireNonNull(maximumAge, "maximumAge");
        Objects.requireNonNull(minimumInterval, "minimumInterval");
        Objects.requireNonNull(carrierCacheTime, "carrierCacheTime");
        Objects.requireNonNull(whenStale, "whenStale");
    }

    /** A value that is no older than this when it is received is fresh: the carrier has nothing newer. */
    Duration oldestFresh() {
        final Duration cache = carrierCacheTime.orElse(ASSUMED_CACHE_TIME);
        return cache.compareTo(minimumInterval) > 0 ? cache : minimumInterval;
    }
}
