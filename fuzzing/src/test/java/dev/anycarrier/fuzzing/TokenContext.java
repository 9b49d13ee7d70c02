package dev.anycarrier.fuzzing;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.InstantSource;

/** An account that is asked for a token in place of anything else. */
final class TokenContext implements ProviderContext {

    private final CannedContext context = new CannedContext(request -> {
        throw new AssertionError("nothing but a token is asked for");
    });
    private Authentication authentication = Authentication.none();

    TokenContext(final UsageProviderFactory factory) {
        factory.create(this).close();
    }

    boolean exchangesTokens() {
        return authentication instanceof Authentication.TokenExchange;
    }

    AccessToken token(final HttpResponse answer) {
        return ((Authentication.TokenExchange) authentication).fetchToken(request -> answer);
    }

    @Override
    public String account() {
        return context.account();
    }

    @Override
    public ProviderSettings settings() {
        return context;
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
    public Transport transport(final Authentication given) {
        authentication = given;
        return context.transport(given);
    }
}
