package dev.anycarrier.pressone;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account at a PressOne on loopback that serves what its pages document and answers as it is told. */
final class PressOneAccount implements AutoCloseable {

    static final String SIM = "8944465400000217738";
    static final String TOKEN = "planted-access-token";

    private final WireMockServer carrier = new WireMockServer(
            options().dynamicPort().bindAddress("127.0.0.1").containerThreads(8).http2PlainDisabled(true));
    private final Map<String, String> settings = new HashMap<>();

    PressOneAccount() {
        carrier.start();
        settings.put("provider", "pressone");
        settings.put("base-url", carrier.baseUrl());
        settings.put("client-id", "planted-client-id");
        settings.put("client-secret", "planted-client-secret");
        serves("/cusomter/v2", "/customer/v2/token");
    }

    /** Serves usage and tokens at these paths, and nothing elsewhere. */
    PressOneAccount serves(final String usagePath, final String tokenPath) {
        carrier.resetMappings();
        carrier.stubFor(any(anyUrl()).atPriority(9).willReturn(json(404, "{\"code\":404,\"reason\":\"not found\"}")));
        carrier.stubFor(post(urlPathEqualTo(tokenPath))
                .willReturn(json(
                        200,
                        "{\"data\":{\"token_type\":\"Bearer\",\"expires_in\":31622400,\"access_token\":\"" + TOKEN
                                + "\"},\"meta\":{\"message\":\"success\"}}")));
        return answersAt(usagePath, 200, UsageBody.documented().json());
    }

    PressOneAccount with(final String setting, final String value) {
        settings.put(setting, value);
        return this;
    }

    PressOneAccount tokenAnswers(final int status, final String body) {
        carrier.stubFor(post(anyUrl()).willReturn(json(status, body)));
        return this;
    }

    PressOneAccount answers(final UsageBody body) {
        return answers(200, body.json());
    }

    PressOneAccount answers(final int status, final String body) {
        return answersAt("/cusomter/v2", status, body);
    }

    private PressOneAccount answersAt(final String usagePath, final int status, final String body) {
        carrier.stubFor(
                get(urlPathEqualTo(usagePath + "/sims/" + SIM + "/usage")).willReturn(json(status, body)));
        return this;
    }

    UsageReport usage() {
        return usage(SIM);
    }

    UsageReport usage(final String sim) {
        final SettingsBuilder read = Settings.builder().environment(Map.of()).systemProperties(Map.of());
        settings.forEach((name, value) -> read.set("test." + name, value));
        try (Anycarrier carriers = Anycarrier.builder().settings(read.build()).build()) {
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
        return carrier.findAll(postRequestedFor(anyUrl()));
    }

    List<LoggedRequest> usageRequests() {
        return carrier.findAll(getRequestedFor(anyUrl()));
    }

    private static ResponseDefinitionBuilder json(final int status, final String body) {
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
