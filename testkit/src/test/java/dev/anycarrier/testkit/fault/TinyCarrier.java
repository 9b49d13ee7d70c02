package dev.anycarrier.testkit.fault;

import dev.anycarrier.http.CarrierClient;
import dev.anycarrier.http.ClientCredentials;
import dev.anycarrier.http.ErrorMapping;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.Authentication.Signing;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A carrier made up for these tests: as little as a provider can be, with all that real ones are made of. */
enum TinyCarrier implements UsageProviderFactory {
    /** Knows its accounts by a fixed key in a header. */
    WITH_KEY("tiny-with-key"),
    /** Exchanges credentials for a token first. */
    WITH_TOKEN("tiny-with-token");

    private static final Setting<URI> BASE_URL = Setting.address("base-url", "Where the carrier is.");
    private static final Setting<SecretSource> SECRET = Setting.secret("secret", "The key, or the client's secret.");

    private final String id;

    TinyCarrier(final String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return "Tiny carrier";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL, SECRET);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        final URI base = context.settings().get(BASE_URL);
        final TinyApi api = CarrierClient.create(
                TinyApi.class,
                base,
                context.transport(authentication(context, base)),
                context,
                ErrorMapping.standard());
        return new TinyProvider(id, context, api);
    }

    private Authentication authentication(final ProviderContext context, final URI base) {
        final SecretSource secret = context.settings().get(SECRET);
        return switch (this) {
            case WITH_KEY ->
                (Signing)
                        request -> request.withHeader("X-Key", secret.current().reveal());
            case WITH_TOKEN ->
                new ClientCredentials(
                        context,
                        URI.create(base + "/token"),
                        "tiny-client",
                        secret,
                        "",
                        Duration.ofHours(24),
                        ErrorMapping.standard());
        };
    }
}
