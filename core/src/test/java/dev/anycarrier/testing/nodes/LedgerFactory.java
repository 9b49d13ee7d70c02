package dev.anycarrier.testing.nodes;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@link LedgerCarrier}: with a token, and one request for each SIM. */
public final class LedgerFactory implements UsageProviderFactory {

    private static final Setting<URI> BASE_URL = Setting.address("base-url", "Where the carrier is.");
    private static final Setting<SecretSource> API_KEY = Setting.secret("api-key", "The carrier's key.");
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Duration minimumInterval;
    private final List<RateLimit> limits;

    public LedgerFactory(final Duration minimumInterval, final List<RateLimit> limits) {
        this.minimumInterval = minimumInterval;
        this.limits = limits;
    }

    @Override
    public String id() {
        return "ledger";
    }

    @Override
    public String displayName() {
        return "Ledger";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL, API_KEY);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        final URI base = context.settings().get(BASE_URL);
        final Transport transport = context.transport(new Authentication.TokenExchange() {
            @Override
            public AccessToken fetchToken(final Transport bare) {
                final HttpResponse answer = bare.send(HttpRequest.of("GET", base.resolve(LedgerCarrier.TOKEN_PATH)));
                return new AccessToken(Secret.of(new String(answer.body(), StandardCharsets.UTF_8)), TOKEN_LIFETIME);
            }

            @Override
            public HttpRequest apply(final HttpRequest request, final AccessToken token) {
                return request.withOnlyHeader("Authorization", token.secret().reveal());
            }
        });
        return new UsageProvider() {
            @Override
            public ProviderDescriptor descriptor() {
                return new ProviderDescriptor(
                        Set.of(IdentifierType.CARRIER_SIM_ID, IdentifierType.ICCID),
                        Set.of(Service.DATA),
                        Optional.empty(),
                        minimumInterval,
                        limits,
                        Optional.empty());
            }

            @Override
            public UsageReport usage(final SimId sim) {
                final HttpResponse answer = transport.send(HttpRequest.of("GET", base.resolve("/sims/" + sim.value())));
                if (answer.status() != 200) {
                    throw failure(answer.status());
                }
                return AcmeFactory.report("ledger", context.account(), sim, context);
            }

            @Override
            public void close() {}
        };
    }

    private static UsageException failure(final int status) {
        return switch (status) {
            case 401 ->
                UsageException.of(Kind.AUTHENTICATION_FAILED, "refused")
                        .status(status)
                        .build();
            case 429 ->
                UsageException.of(Kind.TOO_MANY_REQUESTS, "enough")
                        .status(status)
                        .build();
            default ->
                UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "broken")
                        .status(status)
                        .build();
        };
    }
}
