package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.time.Duration;
import java.util.List;

/** Ways to go on without a token, or not to go on with one. */
final class TokenFaultSaboteurs {

    private static final AccessToken MADE_UP = new AccessToken(Secret.of("null"), Duration.ofHours(1));

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "FAULTS-17",
                            "asks all the same when no token can be had",
                            () -> AcmeFetchingTokens.fetching((exchange, transport) -> {
                                try {
                                    return exchange.fetchToken(transport);
                                } catch (final UsageException e) {
                                    return MADE_UP;
                                }
                            }))
                    .andMayBreak("FAULTS-19")
                    .at(new AcmeTokenSimulator()),
            Saboteur.of(
                            "FAULTS-18",
                            "refuses a token that does not say how long it lives",
                            () -> AcmeFetchingTokens.fetching((exchange, transport) ->
                                    exchange.fetchToken(request -> withLifetime(transport.send(request)))))
                    .at(new AcmeTokenSimulator()),
            Saboteur.of(
                            "FAULTS-19",
                            "takes null for a token",
                            () -> AcmeFetchingTokens.fetching((exchange, transport) -> {
                                try {
                                    return exchange.fetchToken(transport);
                                } catch (final UsageException e) {
                                    if (e.kind() == Kind.AUTHENTICATION_FAILED
                                            && e.status().isEmpty()) {
                                        return MADE_UP;
                                    }
                                    throw e;
                                }
                            }))
                    .at(new AcmeTokenSimulator()));

    private TokenFaultSaboteurs() {}

    private static HttpResponse withLifetime(final HttpResponse answer) {
        final String body = Answers.body(answer);
        if (body.contains("\"access_token\":\"acme") && !body.matches(".*\"expires_in\":[1-9][0-9]{0,8}}")) {
            throw UsageException.of(Kind.INVALID_DATA, "expires_in makes no sense")
                    .build();
        }
        return answer;
    }
}
