package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.SecretSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Onomondo on loopback, answering as a test says, and an account that asks it on 17 January 2024. */
final class OnomondoCarrier implements AutoCloseable {

    static final String KEY = "onok_planted-secret";
    static final Instant NOW = Instant.parse("2024-01-17T10:15:30Z");

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().http2PlainDisabled(true));
    private final SettingsBuilder settings = Settings.builder();
    private @Nullable Anycarrier carriers;

    OnomondoCarrier() {
        server.start();
        settings.set("onomondo.base-url", server.baseUrl());
        settings.set("onomondo.api-key", KEY);
        answers("/sims/000000001", "{}");
    }

    OnomondoCarrier with(final String setting, final String value) {
        settings.set("onomondo." + setting, value);
        return this;
    }

    OnomondoCarrier withKey(final SecretSource key) {
        settings.secret("onomondo.api-key", key);
        return this;
    }

    /** Answers any query on a path. */
    void answers(final String path, final String body) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(json(body)));
    }

    /** Answers the queries on a path whose parameter has this value. */
    void answers(final String path, final String parameter, final String value, final String body) {
        answers(path, parameter, value, json(body));
    }

    void answers(
            final String path, final String parameter, final String value, final ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(path))
                .withQueryParam(parameter, equalTo(value))
                .willReturn(answer));
    }

    void answersEverything(final ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    static ResponseDefinitionBuilder json(final String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** The requests that came, in order. */
    List<LoggedRequest> requests() {
        final List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(0, LoggedRequest.createFrom(event.getRequest())));
        return requests;
    }

    /** Path and query of the requests that came, in order, as they were on the wire. */
    List<String> targets() {
        return requests().stream().map(LoggedRequest::getUrl).toList();
    }

    /** The account that asks, opened on first use. */
    CarrierAccount account() {
        if (carriers == null) {
            carriers = Anycarrier.builder()
                    .settings(settings.build())
                    .classLoader(ClassLoader.getPlatformClassLoader())
                    .factory(new FixedClockFactory(new OnomondoProviderFactory(), InstantSource.fixed(NOW)))
                    .build();
        }
        return carriers.account("onomondo");
    }

    @Override
    public void close() {
        if (carriers != null) {
            carriers.close();
        }
        server.stop();
    }
}
