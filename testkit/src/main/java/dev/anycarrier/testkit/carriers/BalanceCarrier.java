package dev.anycarrier.testkit.carriers;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.IssuedTokens;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.usage.SimId;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Airalo or PressOne, as the dialect says. Balances stand still while it runs, so that PressOne's cache of 20 minutes
 * could not be told from none.
 */
final class BalanceCarrier implements SimulatedCarrier {

    private static final int CLAIMED_TOKEN_SECONDS = 31_622_400;
    private static final Duration TRUE_TOKEN_LIFETIME = Duration.ofHours(24);

    private final BalanceDialect dialect;
    private final boolean limited;
    private final RequestLimit tokenLimit;
    private final RequestLimit simLimit;
    private final Optional<RequestLimit> accountLimit;
    private final String clientId;
    private final String clientSecret;
    private final IssuedTokens tokens;
    private final BalancePopulation population;
    private final Map<String, BalanceSim> byIccid;
    private final List<SimTruth> truths;
    private final SimulatorServer server;

    private BalanceCarrier(final SimulatorOptions options, final BalanceDialect dialect) {
        final Draw draw = Draw.of(dialect.carrier(), options.seed());
        this.dialect = dialect;
        this.limited = options.limits();
        this.tokenLimit = options.otherLimit(LimitScope.TOKEN_ENDPOINT)
                .orElseGet(() -> new RequestLimit(3, Duration.ofMinutes(1)));
        this.simLimit = options.otherLimit(LimitScope.SIM).orElseGet(dialect::simLimit);
        this.accountLimit = options.otherLimit(LimitScope.ACCOUNT).or(dialect::accountLimit);
        this.clientId = draw.hexadecimal(32);
        this.clientSecret = draw.lettersAndDigits(40);
        this.tokens = new IssuedTokens(draw.seed(), TRUE_TOKEN_LIFETIME);
        this.population = BalancePopulation.draw(
                draw, dialect.kinds(), options.sims(), options.clock().instant());
        this.byIccid = population.sims().stream()
                .collect(Collectors.toUnmodifiableMap(sim -> sim.iccid().value(), Function.identity()));
        this.truths = population.sims().stream().map(BalanceSim::truth).toList();
        this.server = SimulatorServer.start(
                options,
                List.of(
                        SimulatorRoute.get(dialect.usagePath(), Purpose.USAGE, this::usage),
                        SimulatorRoute.post(dialect.tokenPath(), Purpose.TOKEN, this::token)),
                dialect.notFound());
    }

    static SimulatedCarrier start(final SimulatorOptions options, final BalanceDialect dialect) {
        return new BalanceCarrier(options, dialect);
    }

    @Override
    public String carrier() {
        return dialect.carrier();
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("provider", carrier());
        settings.put("base-url", address().toString());
        settings.put("client-id", clientId);
        settings.put("client-secret", clientSecret);
        return Collections.unmodifiableMap(settings);
    }

    @Override
    public List<SimTruth> sims() {
        return truths;
    }

    @Override
    public SimId unknownSim() {
        return population.unknownSim();
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        return dialect.refusals();
    }

    @Override
    public void revokeTokens() {
        tokens.revokeAll();
    }

    @Override
    public Ledger ledger() {
        return server.ledger();
    }

    @Override
    public void close() {
        server.close();
    }

    private SimulatorAnswer token(final SimulatorRequest request) {
        final Optional<SimulatorAnswer> refusal = refusal(tokenLimit, "", request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        final Map<String, List<String>> form = request.form();
        for (final String field : List.of("client_id", "client_secret", "grant_type")) {
            if (form.getOrDefault(field, List.of()).size() != 1) {
                return dialect.invalidField(field);
            }
        }
        if (!List.of("client_credentials").equals(form.get("grant_type"))) {
            return dialect.invalidField("grant_type");
        }
        final boolean known = List.of(clientId).equals(form.get("client_id"))
                && List.of(clientSecret).equals(form.get("client_secret"));
        return known ? SimulatorAnswer.ok(tokenBody(tokens.issue(request.time()))) : dialect.clientRefused();
    }

    private SimulatorAnswer usage(final SimulatorRequest request) {
        if (!tokens.accepts(request)) {
            return dialect.unauthenticated();
        }
        final String iccid = request.variable(SimulatorRoute.SIM);
        return accountLimit
                .flatMap(limit -> refusal(limit, "", request))
                .or(() -> refusal(simLimit, iccid, request))
                .or(() -> Optional.ofNullable(byIccid.get(iccid)).map(BalanceSim::answer))
                .orElseGet(dialect::notFound);
    }

    private Optional<SimulatorAnswer> refusal(
            final RequestLimit limit, final String key, final SimulatorRequest request) {
        if (!limited) {
            return Optional.empty();
        }
        final RequestLimit.Verdict verdict = limit.ask(key, request.time());
        return verdict.admitted() ? Optional.empty() : Optional.of(dialect.tooManyRequests(verdict, request.time()));
    }

    private static String tokenBody(final String token) {
        return """
                {"data":{"token_type":"Bearer","expires_in":%d,"access_token":"%s"},"meta":{"message":"success"}}""".formatted(CLAIMED_TOKEN_SECONDS, token);
    }
}
