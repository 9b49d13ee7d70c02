package dev.anycarrier.observation;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
import java.util.Set;

/** A carrier's factory that notes the access tokens which its provider is given. */
final class TappedFactory extends ForwardingFactory {

    private final Set<String> tokens;

    TappedFactory(final UsageProviderFactory factory, final Set<String> tokens) {
        super(factory);
        this.tokens = tokens;
    }

    @Override
    protected ProviderContext around(final ProviderContext context) {
        return new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                return super.transport(
                        authentication instanceof Authentication.TokenExchange exchange
                                ? new TappedExchange(exchange, tokens)
                                : authentication);
            }
        };
    }

    private record TappedExchange(Authentication.TokenExchange exchange, Set<String> tokens)
            implements Authentication.TokenExchange {

        @Override
        public AccessToken fetchToken(final Transport transport) {
            final AccessToken token = exchange.fetchToken(transport);
            tokens.add(token.secret().reveal());
            return token;
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return exchange.apply(request, token);
        }

        @Override
        public boolean refuses(final HttpResponse response) {
            return exchange.refuses(response);
        }
    }
}
