package dev.anycarrier.settings;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A provider that only declares settings. */
record StubFactory(String id, List<Setting<?>> settings) implements UsageProviderFactory {

    static final Setting<URI> BASE_URL =
            Setting.address("base-url", "Where the carrier is.").defaultsTo("https://api.example.com");
    static final Setting<String> CLIENT_ID = Setting.text("client-id", "Who we are.");
    static final Setting<SecretSource> CLIENT_SECRET = Setting.secret("client-secret", "How we prove it.");
    static final Setting<String> REGION =
            Setting.text("region", "Where the SIMs are.").optional();

    static final StubFactory AIRALO = new StubFactory("airalo", List.of(BASE_URL, CLIENT_ID, CLIENT_SECRET, REGION));
    static final StubFactory ONOMONDO =
            new StubFactory("onomondo", List.of(Setting.secret("api-key", "The account's key.")));

    static Map<String, UsageProviderFactory> both() {
        return Map.of(AIRALO.id, AIRALO, ONOMONDO.id, ONOMONDO);
    }

    @Override
    public String displayName() {
        return id;
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        throw new AssertionError("settings are resolved without creating a provider");
    }
}
