package dev.anycarrier.pressone;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.List;

/**
 * The settings of a PressOne account.
 *
 * <p>The page of the usage endpoint writes {@code /cusomter/v2}, every other page {@code /customer/v2}. Which one is
 * served is not known, and an unknown path may look like an unknown SIM: so each path is a setting whose default is what
 * its own page says, and neither is tried in place of the other.
 */
final class PressOneSettings {

    /** Required, since PressOne publishes no host. */
    static final Setting<URI> BASE_URL = Setting.address("base-url", "Where PressOne's API is, as PressOne told you.");

    static final Setting<String> CLIENT_ID = Setting.text("client-id", "The API client identifier.");

    static final Setting<SecretSource> CLIENT_SECRET = Setting.secret("client-secret", "The API client secret.");

    static final Setting<String> USAGE_PATH = Setting.path(
                    "usage-path", "The path before /sims/{iccid}/usage; misspelt by default, as PressOne documents it.")
            .defaultsTo("/cusomter/v2");

    static final Setting<String> TOKEN_PATH =
            Setting.path("token-path", "The path of the token endpoint.").defaultsTo("/customer/v2/token");

    static final List<Setting<?>> ALL = List.of(BASE_URL, CLIENT_ID, CLIENT_SECRET, USAGE_PATH, TOKEN_PATH);

    private PressOneSettings() {}
}
