package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ways to ask too often, too early, or not when one may. */
final class LimitSaboteurs {

    private static final String RETRY_AFTER = "Retry-After";

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "LIMITS-04",
                    "declares twice of what the carrier allows",
                    () -> AcmeWith.provider((acme, context) -> describedBy(
                            acme,
                            acme.descriptor()
                                    .withLimits(
                                            List.of(new RateLimit(LimitScope.ACCOUNT, 40, Duration.ofSeconds(1))))))),
            Saboteur.of(
                    "LIMITS-05", "reads dates by its own clock", () -> AcmeWith.answers(LimitSaboteurs::withoutDate)),
            Saboteur.of("LIMITS-06", "takes every wait for a number", () -> AcmeWith.answers(LimitSaboteurs::counting))
                    .andMayBreak("LIMITS-05"),
            Saboteur.of("LIMITS-07", "guesses what a header means", () -> AcmeWith.answers(LimitSaboteurs::guessing)),
            Saboteur.of(
                    "LIMITS-08",
                    "declares headers that nobody sends",
                    () -> AcmeWith.provider((acme, context) -> describedBy(acme, withHeaders(acme.descriptor())))),
            Saboteur.of(
                    "LIMITS-09",
                    "names the account's limit whatever happens",
                    () -> AcmeWith.usage((acme, sim) -> {
                        try {
                            return acme.usage(sim);
                        } catch (final UsageException e) {
                            throw e.toBuilder().limitScope(LimitScope.ACCOUNT).build();
                        }
                    })));

    private LimitSaboteurs() {}

    private static UsageProvider describedBy(final UsageProvider acme, final ProviderDescriptor descriptor) {
        return new SameProvider(acme) {
            @Override
            public ProviderDescriptor descriptor() {
                return descriptor;
            }
        };
    }

    private static ProviderDescriptor withHeaders(final ProviderDescriptor acme) {
        return new ProviderDescriptor(
                acme.identifiers(),
                acme.services(),
                acme.carrierCacheTime(),
                acme.minimumInterval(),
                acme.limits(),
                Optional.of(new RateLimitHeaders(
                        "X-Acme-Limit",
                        "X-Acme-Left",
                        "X-Acme-Reset",
                        ResetMeaning.EPOCH_SECONDS,
                        LimitScope.ACCOUNT)));
    }

    private static HttpResponse withoutDate(final HttpResponse answer) {
        return new HttpResponse(answer.status(), answer.headers().without("Date"), answer.body());
    }

    private static HttpResponse counting(final HttpResponse answer) {
        return answer.headers()
                .first(RETRY_AFTER)
                .map(Long::valueOf)
                .map(seconds -> answer)
                .orElse(answer);
    }

    private static HttpResponse guessing(final HttpResponse answer) {
        if (answer.headers().first("X-RateLimit-Remaining").equals(Optional.of("0"))) {
            throw UsageException.of(Kind.TOO_MANY_REQUESTS, "none left").build();
        }
        return answer;
    }
}
