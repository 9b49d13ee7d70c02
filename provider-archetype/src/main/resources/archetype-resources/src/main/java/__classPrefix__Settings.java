package ${package};

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of an account at ${carrierName}, besides those that every account has. */
final class ${classPrefix}Settings {

    static final Setting<URI> BASE_URL =
            Setting.address("base-url", "Where the API is.").defaultsTo("https://api.${carrier}.example");

    static final Setting<SecretSource> API_KEY = Setting.secret("api-key", "The key of the account.");

    static final List<Setting<?>> ALL = List.of(BASE_URL, API_KEY);

    private ${classPrefix}Settings() {}
}
