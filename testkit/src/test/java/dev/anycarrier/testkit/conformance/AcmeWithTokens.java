package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.http.ClientCredentials;
import dev.anycarrier.http.ErrorMapping;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.IssuedTokens;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Forwarding;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Acme behind a gateway that wants an access token beside Acme's own keys, and gives one for client credentials. */
final class AcmeWithTokens {

    private static final Setting<SecretSource> CLIENT_SECRET = Setting.secret("client-secret", "The client's secret.");
    private static final String CLIENT_ID = "acme-client";

    private AcmeWithTokens() {}

    /** The factory of a provider that handles tokens otherwise. */
    static UsageProviderFactory tokens(final UnaryOperator<Authentication.TokenExchange> change) {
        return authentication((exchange, context) -> change.apply(exchange));
    }

    /** The factory of a provider that proves otherwise who asks. */
    static UsageProviderFactory authentication(
            final BiFunction<Authentication.TokenExchange, ProviderContext, Authentication> change) {
        return new AcmeWith.Factory() {
            @Override
            public List<Setting<?>> settings() {
                final List<Setting<?>> settings = new ArrayList<>(super.settings());
                settings.add(CLIENT_SECRET);
                return settings;
            }

            @Override
            public UsageProvider create(final ProviderContext context) {
                return super.create(new ForwardingContext(context) {
                    @Override
                    public Transport transport(final Authentication authentication) {
                        final Authentication.TokenExchange exchange =
                                new Both((Authentication.Signing) authentication, credentials(context));
                        return super.transport(change.apply(exchange, context));
                    }
                });
            }
        };
    }

    private static Authentication.TokenExchange credentials(final ProviderContext context) {
        return new ClientCredentials(
                context,
                URI.create(DiscoverySaboteurs.endpoint(context.settings()) + "/token"),
                CLIENT_ID,
                context.settings().get(CLIENT_SECRET),
                "",
                Duration.ofHours(2),
                ErrorMapping.standard());
    }

    /** Handles tokens as another does, to be overridden. */
    static class Same implements Authentication.TokenExchange {

        private final Authentication.TokenExchange exchange;

        Same(final Authentication.TokenExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public AccessToken fetchToken(final Transport transport) {
            return exchange.fetchToken(transport);
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

    private static final class Both extends Same {

        private final Authentication.Signing keys;

        Both(final Authentication.Signing keys, final Authentication.TokenExchange tokens) {
            super(tokens);
            this.keys = keys;
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return super.apply(keys.apply(request), token);
        }
    }

    static final class Simulator implements CarrierSimulator {

        @Override
        public String carrier() {
            return "acme";
        }

        @Override
        public SimulatedCarrier start(final SimulatorOptions options) {
            return new Gateway(options, new AcmeSimulator().start(options));
        }
    }

    private static final class Gateway extends SameCarrier {

        private final String clientSecret;
        private final IssuedTokens tokens;
        private final Forwarding acme;
        private final SimulatorServer server;

        Gateway(final SimulatorOptions options, final SimulatedCarrier acme) {
            super(acme);
            this.clientSecret = "the-secret-of-a-client-" + options.seed();
            this.tokens = new IssuedTokens(options.seed(), Duration.ofHours(1));
            this.acme = new Forwarding(acme.address());
            this.server = SimulatorServer.start(
                    options,
                    List.of(
                            SimulatorRoute.post("/token", Ledger.Purpose.TOKEN, this::token),
                            SimulatorRoute.get("/v1/orders/{sim}/packages", Ledger.Purpose.USAGE, this::passOn),
                            SimulatorRoute.get("/v1/events", Ledger.Purpose.RECORDS, this::passOn),
                            SimulatorRoute.get("/v1/hours", Ledger.Purpose.RECORDS, this::passOn),
                            SimulatorRoute.get("/v1/fleets/{fleet}", Ledger.Purpose.OTHER, this::passOn)),
                    SimulatorAnswer.of(404, "{}"));
        }

        private SimulatorAnswer token(final SimulatorRequest request) {
            final Map<String, List<String>> form = request.form();
            final boolean known = List.of(CLIENT_ID).equals(form.get("client_id"))
                    && List.of(clientSecret).equals(form.get("client_secret"));
            return known
                    ? SimulatorAnswer.ok(
                            "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(tokens.issue(request.time())))
                    : SimulatorAnswer.of(401, "{\"error\":\"invalid_client\"}");
        }

        private SimulatorAnswer passOn(final SimulatorRequest request) {
            if (!tokens.accepts(request)) {
                return SimulatorAnswer.of(401, "{}");
            }
            final HttpResponse answer = acme.forward(
                    new ReceivedRequest(1, request.method(), request.target(), request.headers(), request.body()));
            return SimulatorAnswer.of(answer.status(), Answers.body(answer));
        }

        @Override
        public URI address() {
            return server.address();
        }

        @Override
        public Map<String, String> settings() {
            final Map<String, String> settings = new HashMap<>(super.settings());
            settings.put("endpoint", address().toString());
            settings.put(CLIENT_SECRET.name(), clientSecret);
            return settings;
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
            super.close();
        }
    }
}
