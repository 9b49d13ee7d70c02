package com.example.acme;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.SecretSource;

/** Two headers on every request, each key read anew so that it can be rotated. */
record AcmeAuthentication(SecretSource partner, SecretSource account) implements Authentication.Signing {

    static AcmeAuthentication of(final ProviderSettings settings) {
        return new AcmeAuthentication(settings.get(AcmeSettings.PARTNER_KEY), settings.get(AcmeSettings.ACCOUNT_KEY));
    }

    @Override
    public HttpRequest apply(final HttpRequest request) {
        return request.withOnlyHeader("X-Acme-Partner", partner.current().reveal())
                .withOnlyHeader("X-Acme-Account", account.current().reveal());
    }
}
