package dev.anycarrier.airalo;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of an Airalo account. */
final class AiraloSettings {

    /** Airalo has no separate host for its sandbox: that is a mode of the account. */
    static final Setting<URI> BASE_URL = Setting.address("base-url", "Where Airalo's Partners API is.")
            .defaultsTo("https://partners-api.airalo.com");

    static final Setting<String> CLIENT_ID = Setting.text("client-id", "The API client identifier.");

    static final Setting<SecretSource> CLIENT_SECRET = Setting.secret("client-secret", "The API client secret.");

    static final List<Setting<?>> ALL = List.of(BASE_URL, CLIENT_ID, CLIENT_SECRET);

    private AiraloSettings() {}
}
