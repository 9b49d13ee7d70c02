package dev.anycarrier.airalo;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A context that keeps the authentication it is given and sends nothing: creating a provider does no I/O. */
final class ContextOfNothing implements ProviderContext, ProviderSettings {

    private final Map<String, String> values = Map.of("client-id", "planted-client-id", "client-secret", "planted");
    private Authentication authentication = Authentication.none();

    Authentication authentication() {
        return authentication;
    }

    @Override
    public String account() {
        return "test";
    }

    @Override
    public ProviderSettings settings() {
        return this;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Instant.EPOCH);
    }

    @Override
    public ProviderEvents events() {
        return count -> {};
    }

    @Override
    public Transport transport(final Authentication given) {
        authentication = given;
        return request -> {
            throw new AssertionError("no request is expected, but came: " + request);
        };
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
}
