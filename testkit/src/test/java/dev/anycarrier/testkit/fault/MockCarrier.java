package dev.anycarrier.testkit.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.anycarrier.usage.SimId;
import java.net.URI;

/** The made-up carrier, played by WireMock: one server for a test class, as good as new before each test. */
final class MockCarrier extends WireMockExtension {

    MockCarrier() {
        // With HTTP/2 over plain text on, its faults would be faults of HTTP/2.
        super(extensionOptions()
                .options(options().dynamicPort().http2PlainDisabled(true).containerThreads(8)));
    }

    /** A caller of this carrier. */
    Caller caller(final TinyCarrier carrier) {
        return Caller.of(carrier, URI.create(baseUrl()), this::requests);
    }

    /** Asks for the planted SIM, whatever is asked being answered like this. */
    Outcome ask(final ResponseDefinitionBuilder answer) {
        return ask(Planted.SIM, answer);
    }

    /** Asks for a SIM, whatever is asked being answered like this. */
    Outcome ask(final SimId sim, final ResponseDefinitionBuilder answer) {
        resetAll();
        stubFor(any(anyUrl()).willReturn(answer));
        try (Caller caller = caller(TinyCarrier.WITH_KEY)) {
            return caller.ask(sim).within(Caller.ATTEMPT);
        }
    }

    /** Success with this body. */
    static ResponseDefinitionBuilder json(final String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** A good usage of the planted SIM, under this status. */
    static ResponseDefinitionBuilder usage(final int status) {
        return json(Said.usageOf(Planted.SIM, Said.TOTAL, Said.REMAINING)).withStatus(status);
    }

    /** A token. */
    static ResponseDefinitionBuilder token(final String token) {
        return json("{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    /** An error that gives back all it was sent, the key included. */
    static ResponseDefinitionBuilder error(final int status) {
        return error(status, Planted.SECRET);
    }

    /** An error that gives back all it was sent, the token included. */
    static ResponseDefinitionBuilder error(final int status, final String token) {
        return json(Planted.echo(token)).withStatus(status);
    }

    private int requests() {
        return findAll(anyRequestedFor(anyUrl())).size();
    }
}
