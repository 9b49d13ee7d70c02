package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits of a running carrier: its own, or those of the options in their place, or none. Thread-safe. */
final class Limits {

    private final List<Limit> limits;

    Limits(final List<RateLimit> own, final SimulatorOptions options) {
        this.limits = options.limits()
                ? Stream.of(LimitScope.values())
                        .flatMap(scope -> of(scope, own, options).stream())
                        .toList()
                : List.of();
    }

    /** How long a request has to wait, or empty if it is within all limits of its scope. */
    Optional<Duration> wait(final LimitScope scope, final String key, final Instant now) {
        return limits.stream()
                .filter(limit -> limit.scope == scope)
                .map(limit -> limit.requests.ask(key, now))
                .filter(verdict -> !verdict.admitted())
                .map(verdict -> Duration.ofSeconds(verdict.secondsToReset(now)))
                .findFirst();
    }

    private static List<Limit> of(final LimitScope scope, final List<RateLimit> own, final SimulatorOptions options) {
        return options.otherLimit(scope)
                .map(other -> List.of(new Limit(scope, other)))
                .orElseGet(() -> own.stream()
                        .filter(limit -> limit.scope() == scope)
                        .map(limit -> new Limit(scope, new RequestLimit(limit.requests(), limit.window())))
                        .toList());
    }

    private record Limit(LimitScope scope, RequestLimit requests) {}
}
