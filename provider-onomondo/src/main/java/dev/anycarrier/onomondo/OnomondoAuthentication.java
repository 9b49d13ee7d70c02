package dev.anycarrier.onomondo;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;

/**
 * The API key in the {@code Authorization} header, read anew for each request.
 *
 * @param key where the key comes from
 * @param prefix what stands before it; empty unless the settings say otherwise
 */
record OnomondoAuthentication(SecretSource key, String prefix) implements Authentication.Signing {

    static OnomondoAuthentication of(final ProviderSettings settings) {
        return new OnomondoAuthentication(
                settings.get(OnomondoSettings.API_KEY), settings.get(OnomondoSettings.BEARER_PREFIX) ? "Bearer " : "");
    }

    @Override
    public HttpRequest apply(final HttpRequest request) {
        try {
            return request.withOnlyHeader(
                    "Authorization", prefix + key.current().reveal());
        } catch (final IllegalArgumentException e) {
            throw UsageException.of(
                            Kind.AUTHENTICATION_FAILED, "the api-key holds a character that no header can carry")
                    .build();
        }
    }
}
