package dev.anycarrier.http;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.time.Duration;

/**
 * The OAuth 2 client credentials grant (RFC 6749, 4.4) with identifier and secret in the form, as carriers practise it:
 * the token may be wrapped in an object of its own, and its stated lifetime need not be true.
 *
 * @param context the account's context
 * @param endpoint the token endpoint
 * @param clientId the client identifier
 * @param clientSecret the client secret, read anew for each token
 * @param wrapper the path of the object that holds the token, as a JSON pointer; empty if it is the document itself
 * @param longestLifetime a token is not used longer than this, whatever {@code expires_in} says
 * @param errors how the carrier's errors differ from the standard reading
 */
public record ClientCredentials(
        ProviderContext context,
        URI endpoint,
        String clientId,
        SecretSource clientSecret,
        String wrapper,
        Duration longestLifetime,
        ErrorMapping errors)
        implements Authentication.TokenExchange {

    /** The lifetime of a token whose {@code expires_in} is missing or makes no sense. */
    public static final Duration ASSUMED_LIFETIME = Duration.ofHours(1);

    private static final String BEARER = "Bearer ";
    private static final HttpHeaders HEADERS = HttpHeaders.builder()
            .add("Accept", "application/json")
            .add("Content-Type", Form.MEDIA_TYPE)
            .build();

    @Override
    public AccessToken fetchToken(final Transport transport) {
        final Form form = Form.empty()
                .with("client_id", clientId)
                .with("client_secret", clientSecret.current().reveal())
                .with("grant_type", "client_credentials");
        final CarrierExchange exchange =
                new CarrierExchange(transport, new StandardErrors(context.clock(), this::refusal), context.events());
        final HttpResponse answer =
                exchange.send(HttpRequest.of("POST", endpoint, HEADERS).withBody(form.bytes()));
        return token(TokenAnswer.read(exchange, answer, wrapper));
    }

    @Override
    public HttpRequest apply(final HttpRequest request, final AccessToken token) {
        return request.withOnlyHeader("Authorization", BEARER + token.secret().reveal());
    }

    /** At a token endpoint a refused input is refused credentials: there is no other input. */
    private UsageException.Builder refusal(final CarrierError error, final UsageException.Builder standard) {
        final UsageException.Builder atTokenEndpoint = switch (error.status()) {
            case 400, 401, 422 ->
                standard.as(Kind.AUTHENTICATION_FAILED, "the token endpoint answered HTTP " + error.status());
            // What is not there, or no more, is the endpoint: no SIM was asked about.
            case 404, 410 -> standard.as(Kind.PROTOCOL, "the token endpoint answered HTTP " + error.status());
            case 429 -> standard.limitScope(LimitScope.TOKEN_ENDPOINT);
            default -> standard;
        };
        return errors.map(error, atTokenEndpoint);
    }

    private AccessToken token(final TokenAnswer answer) {
        try {
            return new AccessToken(Secret.of(answer.token()), lifetime(answer.seconds()));
        } catch (final IllegalArgumentException e) {
            throw UsageException.of(Kind.AUTHENTICATION_FAILED, "the token endpoint answered without a usable token")
                    .build();
        }
    }

    private Duration lifetime(final long seconds) {
        if (seconds == 0) {
            return shorter(ASSUMED_LIFETIME);
        }
        return seconds <= Integer.MAX_VALUE ? shorter(Duration.ofSeconds(seconds)) : longestLifetime;
    }

    private Duration shorter(final Duration lifetime) {
        return lifetime.compareTo(longestLifetime) < 0 ? lifetime : longestLifetime;
    }

    /** The endpoint only. */
    @Override
    public String toString() {
        return "client credentials at " + endpoint;
    }
}
