package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.IssuedTokens;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchanges client credentials for tokens, and admits whoever bears one. */
final class TokenGate implements Gate {

    private final TemplateSimulator template;
    private final SimulatedAuthentication.TokenEndpoint endpoint;
    private final Limits limits;
    private final String clientId;
    private final String clientSecret;
    private final IssuedTokens tokens;

    TokenGate(
            final TemplateSimulator template,
            final SimulatedAuthentication.TokenEndpoint endpoint,
            final Draw draw,
            final Limits limits) {
        this.template = template;
        this.endpoint = endpoint;
        this.limits = limits;
        this.clientId = draw.hexadecimal(32);
        this.clientSecret = draw.lettersAndDigits(40);
        this.tokens = new IssuedTokens(draw.seed(), endpoint.lifetime());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(endpoint.idSetting(), clientId, endpoint.secretSetting(), clientSecret);
    }

    @Override
    public boolean admits(final SimulatorRequest request) {
        return tokens.accepts(request);
    }

    @Override
    public List<SimulatorRoute> routes() {
        return List.of(SimulatorRoute.post(endpoint.path(), Purpose.TOKEN, this::answer));
    }

    @Override
    public void revokeTokens() {
        tokens.revokeAll();
    }

    private SimulatorAnswer answer(final SimulatorRequest request) {
        return limits.wait(LimitScope.TOKEN_ENDPOINT, "", request.time())
                .map(template::tooManyRequests)
                .orElseGet(() -> exchange(request));
    }

    private SimulatorAnswer exchange(final SimulatorRequest request) {
        if (!sends(request, "grant_type", "client_credentials")) {
            return template.rejected();
        }
        return sends(request, "client_id", clientId) && sends(request, "client_secret", clientSecret)
                ? SimulatorAnswer.ok(template.token(tokens.issue(request.time()), endpoint.lifetime()))
                : template.unknownClient();
    }

    private static boolean sends(final SimulatorRequest request, final String field, final String value) {
        return Optional.ofNullable(request.form().get(field))
                .filter(List.of(value)::equals)
                .isPresent();
    }
}
