package dev.anycarrier.airalo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Map;

/** An account at an Airalo on loopback that answers as it is told. */
final class AiraloAccount implements AutoCloseable {

    static final String SIM = "8944465400000217738";
    static final String SECRET = "planted-client-secret";
    static final String TOKEN = "planted-access-token";

    private static final String TOKEN_PATH = "/v2/token";

    private final WireMockServer carrier = new WireMockServer(
            options().dynamicPort().bindAddress("127.0.0.1").containerThreads(8).http2PlainDisabled(true));

    AiraloAccount() {
        carrier.start();
        tokenAnswers(
                200,
                "{\"data\":{\"token_type\":\"Bearer\",\"expires_in\":31622400,\"access_token\":\"" + TOKEN
                        + "\"},\"meta\":{\"message\":\"success\"}}");
        answers(UsageBody.documented());
    }

    AiraloAccount tokenAnswers(final int status, final String body) {
        carrier.stubFor(post(urlEqualTo(TOKEN_PATH)).willReturn(json(status, body)));
        return this;
    }

    AiraloAccount answers(final UsageBody body) {
        return answers(200, body.json());
    }

    AiraloAccount answers(final int status, final String body) {
        return answers(json(status, body));
    }

    AiraloAccount answers(final ResponseDefinitionBuilder answer) {
        carrier.stubFor(get(anyUrl()).willReturn(answer));
        return this;
    }

    /** The next usage request is refused, the one after it answered. */
    AiraloAccount refusesFirstUsageRequest() {
        carrier.stubFor(get(anyUrl())
                .inScenario("token")
                .whenScenarioStateIs(STARTED)
                .willReturn(json(401, "{\"data\":[],\"meta\":{\"message\":\"Unauthenticated\"}}"))
                .willSetStateTo("refused"));
        return this;
    }

    /** The front door with this one account, named {@code test}. */
    Anycarrier open() {
        return Anycarrier.builder()
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set("test.provider", "airalo")
                        .set("test.base-url", carrier.baseUrl())
                        .set("test.client-id", "planted-client-id")
                        .set("test.client-secret", SECRET)
                        .build())
                .build();
    }

    UsageReport usage() {
        return usage(SIM);
    }

    UsageReport usage(final String sim) {
        try (Anycarrier carriers = open()) {
            return carriers.usage(SimRef.parse("test:" + sim));
        }
    }

    /** How asking ends, where it does not end well. */
    UsageException failure() {
        return failure(SIM);
    }

    UsageException failure(final String sim) {
        return catchThrowableOfType(UsageException.class, () -> usage(sim));
    }

    List<LoggedRequest> tokenRequests() {
        return carrier.findAll(postRequestedFor(urlEqualTo(TOKEN_PATH)));
    }

    List<LoggedRequest> usageRequests() {
        return carrier.findAll(getRequestedFor(anyUrl()));
    }

    static ResponseDefinitionBuilder json(final int status, final String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    public void close() {
        carrier.stop();
    }
}
