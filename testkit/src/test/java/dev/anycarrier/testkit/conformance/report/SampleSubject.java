package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.usage.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider that has everything a provider can have. */
final class SampleSubject {

    private SampleSubject() {}

    static Subject of(final String id, final String displayName) {
        return new Subject(
                id,
                displayName,
                "com.example.acme.AcmeProviderFactory",
                List.of(
                        Setting.address("base-url", "Where the carrier's interface is.")
                                .defaultsTo("https://api.acme.example"),
                        Setting.text("client-id", "Names the account to the carrier."),
                        Setting.secret("client-secret", "Proves that it is the account."),
                        Setting.duration("token-slack", "How long before its end a token is renewed.")
                                .optional()),
                Set.of(Capability.USAGE, Capability.RECORDS),
                Optional.of(new ProviderDescriptor(
                        Set.of(IdentifierType.ICCID, IdentifierType.CARRIER_SIM_ID),
                        Set.of(Service.DATA, Service.VOICE, Service.MESSAGE),
                        Optional.of(Duration.ofMinutes(15)),
                        Duration.ZERO,
                        List.of(
                                new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)),
                                new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15)),
                                new RateLimit(LimitScope.TOKEN_ENDPOINT, 10, Duration.ofMillis(60_250))),
                        Optional.of(new RateLimitHeaders(
                                "X-RateLimit-Limit",
                                "X-RateLimit-Remaining",
                                "X-RateLimit-Reset",
                                RateLimitHeaders.ResetMeaning.SECONDS_TO_GO,
                                LimitScope.ACCOUNT)))));
    }
}
