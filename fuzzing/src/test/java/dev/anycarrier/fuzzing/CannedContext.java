package dev.anycarrier.fuzzing;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An account whose carrier answers as it is told: what the provider makes of the answer is all that happens. */
final class CannedContext implements ProviderContext, ProviderSettings {

    static final String ACCOUNT = "canned";
    static final String SECRET = "planted-secret";

    private static final Instant NOW = Instant.parse("2024-01-17T10:15:30Z");
    private static final AccessToken TOKEN = new AccessToken(Secret.of("planted-token"), Duration.ofHours(1));

    private final Map<String, String> values = Map.of(
            "base-url", "https://carrier.example", "client-id", "client", "client-secret", SECRET, "api-key", SECRET);
    private final Function<HttpRequest, HttpResponse> carrier;

    CannedContext(final Function<HttpRequest, HttpResponse> carrier) {
        this.carrier = carrier;
    }

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public ProviderSettings settings() {
        return this;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public ProviderEvents events() {
        return count -> {};
    }

    @Override
    public Transport transport(final Authentication authentication) {
        return request -> carrier.apply(proven(request, authentication));
    }

    @Override
    public <T> T get(final Setting<T> setting) {
        return find(setting).orElseThrow();
    }

    @Override
    public <T> Optional<T> find(final Setting<T> setting) {
        return Optional.ofNullable(values.get(setting.name()))
                .or(setting::defaultText)
                .map(setting::read);
    }

    private static HttpRequest proven(final HttpRequest request, final Authentication authentication) {
        return authentication instanceof Authentication.TokenExchange exchange
                ? exchange.apply(request, TOKEN)
                : ((Authentication.Signing) authentication).apply(request);
    }
}
