package dev.anycarrier.onomondo;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of an Onomondo account. */
final class OnomondoSettings {

    static final Setting<URI> BASE_URL =
            Setting.address("base-url", "Where Onomondo's API answers.").defaultsTo("https://api.onomondo.com");

    static final Setting<SecretSource> API_KEY = Setting.secret("api-key", "The API key of the Onomondo account.");

    /** The reference shows "Bearer", but declares a plain API key, and the carrier's own clients send the key alone. */
    static final Setting<Boolean> BEARER_PREFIX = Setting.flag(
                    "bearer-prefix", "Whether the API key is sent after the word Bearer instead of alone.")
            .defaultsTo("false");

    static final List<Setting<?>> ALL = List.of(BASE_URL, API_KEY, BEARER_PREFIX);

    private OnomondoSettings() {}
}
