package dev.anycarrier.testkit.chaos;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** An account's surroundings whose transports are chaos. */
final class ChaosContext extends ForwardingContext {

    private final ChaosOptions options;
    private final AtomicInteger transports = new AtomicInteger();

    ChaosContext(final ProviderContext context, final ChaosOptions options) {
        super(context);
        this.options = options;
    }

    @Override
    public Transport transport(final Authentication authentication) {
        final ChaosOptions forQuestions = ofItsOwn();
        return new ChaosTransport(super.transport(chaotic(authentication)), forQuestions);
    }

    private Authentication chaotic(final Authentication authentication) {
        return authentication instanceof Authentication.TokenExchange exchange
                ? new ChaoticExchange(exchange, new ChaosTokens(ofItsOwn()))
                : authentication;
    }

    /** By the account's name and the transport's number, which do not depend on what else the process does. */
    private ChaosOptions ofItsOwn() {
        final long own = 31L * account().hashCode() + transports.getAndIncrement();
        return options.withSeed(options.seed() ^ (own << Integer.SIZE));
    }

    /** Counts requests for tokens across fetches, each of which comes with a transport of its own. */
    private record ChaosTokens(ChaosOptions options, AtomicInteger fetches) {

        ChaosTokens(final ChaosOptions options) {
            this(options, new AtomicInteger());
        }

        Transport around(final Transport transport) {
            return new ChaosTransport(transport, options.withSeed(options.seed() + fetches.getAndIncrement()));
        }
    }

    private record ChaoticExchange(Authentication.TokenExchange exchange, ChaosTokens tokens)
            implements Authentication.TokenExchange {

        @Override
        public AccessToken fetchToken(final Transport transport) {
            return exchange.fetchToken(tokens.around(transport));
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
