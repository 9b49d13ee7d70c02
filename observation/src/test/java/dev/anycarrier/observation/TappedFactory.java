package dev.anycarrier.observation;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** A carrier's factory that notes the access tokens which its provider is given. */
record TappedFactory(UsageProviderFactory factory, Set<String> tokens) implements UsageProviderFactory {

    @Override
    public String id() {
        return factory.id();
    }

    @Override
    public String displayName() {
        return factory.displayName();
    }

    @Override
    public int spiVersion() {
        return factory.spiVersion();
    }

    @Override
    public List<Setting<?>> settings() {
        return factory.settings();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return factory.create(new TappedContext(context, tokens));
    }

    private record TappedContext(ProviderContext context, Set<String> tokens) implements ProviderContext {

        @Override
        public String account() {
            return context.account();
        }

        @Override
        public ProviderSettings settings() {
            return context.settings();
        }

        @Override
        public InstantSource clock() {
            return context.clock();
        }

        @Override
        public ProviderEvents events() {
            return context.events();
        }

        @Override
        public Transport transport(final Authentication authentication) {
            return context.transport(
                    authentication instanceof Authentication.TokenExchange exchange
                            ? new TappedExchange(exchange, tokens)
                            : authentication);
        }
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
