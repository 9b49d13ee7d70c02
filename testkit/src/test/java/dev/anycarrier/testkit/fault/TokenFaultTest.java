package dev.anycarrier.testkit.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.anycarrier.testkit.fault.MockCarrier.error;
import static dev.anycarrier.testkit.fault.MockCarrier.token;
import static dev.anycarrier.testkit.fault.MockCarrier.usage;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenFaultTest {

    private static final String USAGE = "/sims/" + Planted.SIM.value() + "/usage";

    @RegisterExtension
    static final MockCarrier CARRIER = new MockCarrier();

    @BeforeEach
    void give_out_two_tokens() {
        CARRIER.stubFor(in("tokens", STARTED, "second", post("/token")).willReturn(token(Planted.TOKEN)));
        CARRIER.stubFor(in("tokens", "second", "second", post("/token")).willReturn(token(Planted.NEXT_TOKEN)));
    }

    @Test
    @Fault("HTTP-09")
    void a_token_refused_at_its_first_use_is_shown_once_more_before_another_is_fetched() {
        CARRIER.stubFor(in("usage", STARTED, "accepted", get(USAGE)).willReturn(error(401, Planted.TOKEN)));
        CARRIER.stubFor(in("usage", "accepted", "accepted", get(USAGE)).willReturn(usage(200)));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_TOKEN)) {
            caller.ask().isOk(TOTAL, REMAINING).after(3);
        }
        CARRIER.verify(1, postRequestedFor(urlPathEqualTo("/token")));
        verifyUsage(2, Planted.TOKEN);
    }

    @Test
    @Fault("HTTP-09")
    void a_token_refused_after_it_was_good_is_replaced_once() {
        CARRIER.stubFor(in("usage", STARTED, "refused", get(USAGE)).willReturn(usage(200)));
        CARRIER.stubFor(in("usage", "refused", "accepted", get(USAGE)).willReturn(error(401, Planted.TOKEN)));
        CARRIER.stubFor(in("usage", "accepted", "accepted", get(USAGE)).willReturn(usage(200)));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_TOKEN)) {
            caller.ask().isOk(TOTAL, REMAINING).after(2);
            caller.ask().isOk(TOTAL, REMAINING).after(3);
            assertThat(caller.tokenRequests()).isEqualTo(2);
        }
        verifyUsage(2, Planted.TOKEN);
        verifyUsage(1, Planted.NEXT_TOKEN);
    }

    @Test
    @Fault("HTTP-10")
    void a_carrier_that_refuses_every_token_is_not_pressed() {
        CARRIER.stubFor(get(USAGE).willReturn(error(401, Planted.TOKEN)));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_TOKEN)) {
            final Outcome cold = caller.ask().is(Kind.AUTHENTICATION_FAILED).mayNotBeRetried();
            assertThat(cold.requests()).isLessThanOrEqualTo(3);
            final Outcome warm = caller.ask().is(Kind.AUTHENTICATION_FAILED).mayNotBeRetried();
            assertThat(warm.requests()).isLessThanOrEqualTo(3);
            assertThat(caller.tokenRequests()).isLessThanOrEqualTo(2);
        }
    }

    private static void verifyUsage(final int times, final String token) {
        CARRIER.verify(
                times, getRequestedFor(urlPathEqualTo(USAGE)).withHeader("Authorization", equalTo("Bearer " + token)));
    }

    private static MappingBuilder in(
            final String scenario, final String state, final String nextState, final MappingBuilder request) {
        return request.inScenario(scenario).whenScenarioStateIs(state).willSetStateTo(nextState);
    }
}
