package com.example.acme;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.List;

/** The settings of an Acme account. */
final class AcmeSettings {

    static final Setting<URI> ENDPOINT = Setting.address("endpoint", "Where Acme's order API answers.");

    static final Setting<SecretSource> PARTNER_KEY = Setting.secret("partner-key", "The key of the partner.");

    static final Setting<SecretSource> ACCOUNT_KEY = Setting.secret("account-key", "The key of the partner's account.");

    static final List<Setting<?>> ALL = List.of(ENDPOINT, PARTNER_KEY, ACCOUNT_KEY);

    private AcmeSettings() {}
}
