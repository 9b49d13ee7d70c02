package dev.anycarrier.engine;

import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.token.AccessTokens;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;

/**
 * Sends requests with the account's access token, and once more when the carrier refuses it: with a newer token, or with
 * the same if it was fetched for this very request, since then it only has not reached every machine of the carrier.
 */
final class TokenTransport implements Transport {

    private final Authentication.TokenExchange authentication;
    private final AccessTokens tokens;
    private final SendStage stage;
    private final TimeSource time;

    TokenTransport(
            final Authentication.TokenExchange authentication,
            final AccessTokens tokens,
            final SendStage stage,
            final TimeSource time) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.stage = stage;
        this.time = time;
    }

    @Override
    public HttpResponse send(final HttpRequest request) {
        final long begun = time.nanoTime();
        final Turn turn = stage.turn();
        final AccessTokens.Held first = tokens.get(turn);
        final HttpResponse answer = send(request, first);
        if (!authentication.refuses(answer)) {
            return answer;
        }
        final boolean fetchedForThis = first.obtainedAt() - begun >= 0;
        return send(request, fetchedForThis ? first : tokens.after(first, turn));
    }

    private HttpResponse send(final HttpRequest request, final AccessTokens.Held held) {
        return stage.attempt(authentication.apply(request, held.token()), Purpose.QUESTION);
    }
}
