package dev.anycarrier.testkit.conformance;

import dev.anycarrier.http.ClientCredentials;
import dev.anycarrier.http.ErrorMapping;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;

/** Acme as it might become: a token, fetched first, beside its two keys. */
final class AcmeFetchingTokens {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Setting<URI> ENDPOINT = Setting.address("endpoint", "Where Acme's order API answers.");

    private AcmeFetchingTokens() {}

    /** As it should be. */
    static UsageProviderFactory factory() {
        return fetching(Authentication.TokenExchange::fetchToken);
    }

    /** With another way of fetching tokens. */
    static UsageProviderFactory fetching(final BiFunction<Authentication.TokenExchange, Transport, AccessToken> fetch) {
        return AcmeWith.context(context -> new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                return super.transport(
                        new KeysAndToken((Authentication.Signing) authentication, credentials(context), fetch));
            }
        });
    }

    private static ClientCredentials credentials(final ProviderContext context) {
        final Secret secret = Secret.of("client-secret-of-acme");
        return new ClientCredentials(
                context,
                URI.create(context.settings().get(ENDPOINT) + "/token"),
                "client",
                () -> secret,
                "",
                LONGEST,
                ErrorMapping.standard());
    }

    private record KeysAndToken(
            Authentication.Signing keys,
            ClientCredentials credentials,
            BiFunction<Authentication.TokenExchange, Transport, AccessToken> fetch)
            implements Authentication.TokenExchange {

        @Override
        public AccessToken fetchToken(final Transport transport) {
            return fetch.apply(credentials, transport);
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return credentials.apply(keys.apply(request), token);
        }
    }
}
