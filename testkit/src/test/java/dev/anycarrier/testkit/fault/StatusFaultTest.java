package dev.anycarrier.testkit.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.anycarrier.testkit.fault.MockCarrier.error;
import static dev.anycarrier.testkit.fault.MockCarrier.json;
import static dev.anycarrier.testkit.fault.MockCarrier.token;
import static dev.anycarrier.testkit.fault.MockCarrier.usage;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFaultTest {

    @RegisterExtension
    static final MockCarrier CARRIER = new MockCarrier();

    @RegisterExtension
    static final MockCarrier OTHER_ORIGIN = new MockCarrier();

    @Test
    void a_good_answer_is_a_report() {
        ask(usage(200)).isOk(TOTAL, REMAINING).after(1);
    }

    @Test
    @Fault("HTTP-01")
    void success_without_a_body_is_no_usage() {
        ask(aResponse().withStatus(200)).is(Kind.INVALID_DATA).mayNotBeRetried().after(1);
        ask(aResponse().withStatus(204)).is(Kind.INVALID_DATA).mayNotBeRetried().after(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 206, 226})
    @Fault("HTTP-03")
    void a_success_other_than_200_is_not_what_the_carrier_promises(final int status) {
        ask(usage(status)).is(Kind.INVALID_DATA).mayNotBeRetried().after(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Fault("HTTP-04")
    void a_redirect_within_the_origin_is_not_followed(final int status) {
        ask(redirect(status, "/moved")).is(Kind.PROTOCOL).mayNotBeRetried().after(1);

        CARRIER.verify(0, anyRequestedFor(urlPathEqualTo("/moved")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Fault("HTTP-05")
    void a_redirect_to_another_origin_takes_no_secret_there(final int status) {
        ask(redirect(status, OTHER_ORIGIN.baseUrl() + "/moved"))
                .is(Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1);

        OTHER_ORIGIN.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @Fault("HTTP-06")
    void a_redirect_to_itself_costs_one_request() {
        ask(redirect(302, "/sims/" + Planted.SIM.value() + "/usage"))
                .is(Kind.PROTOCOL)
                .after(1);
    }

    @Test
    @Fault("HTTP-07")
    void not_modified_is_no_answer_to_a_question_without_a_condition() {
        ask(aResponse().withStatus(304)).is(Kind.PROTOCOL).mayNotBeRetried().after(1);
    }

    @Test
    @Fault("HTTP-11")
    void a_forbidden_sim_is_forbidden_with_any_token() {
        CARRIER.stubFor(any(urlPathEqualTo("/token")).willReturn(token(Planted.TOKEN)));
        CARRIER.stubFor(
                any(urlPathEqualTo("/sims/" + Planted.SIM.value() + "/usage")).willReturn(error(403, Planted.TOKEN)));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_TOKEN)) {
            caller.ask().is(Kind.PERMISSION_DENIED).mayNotBeRetried().after(2);
            caller.ask().is(Kind.PERMISSION_DENIED).mayNotBeRetried().after(1);
            assertThat(caller.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    @Fault("HTTP-12")
    void a_sim_that_the_carrier_does_not_know_harms_no_other() {
        CARRIER.stubFor(any(anyUrl()).willReturn(error(404)));
        CARRIER.stubFor(
                any(urlPathEqualTo("/sims/" + Planted.SIM.value() + "/usage")).willReturn(usage(200)));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_KEY)) {
            for (int round = 0; round < 20; round++) {
                caller.ask(Planted.OTHER_SIM)
                        .is(Kind.NOT_FOUND)
                        .mayNotBeRetried()
                        .after(1);
            }
            caller.ask(Planted.SIM).isOk(TOTAL, REMAINING).after(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425})
    @Fault("HTTP-13")
    void a_carrier_that_asks_to_be_asked_again_may_be(final int status) {
        ask(error(status)).is(Kind.UNAVAILABLE).mayBeRetried().after(1);
    }

    @Test
    @Fault("HTTP-15")
    void too_many_requests_without_a_time_leaves_the_time_to_the_caller() {
        final UsageException failure = ask(error(429))
                .is(Kind.TOO_MANY_REQUESTS)
                .mayBeRetried()
                .after(1)
                .bad();

        assertThat(failure.notBefore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    @Fault("HTTP-16")
    void a_carrier_that_fails_may_be_asked_again(final int status) {
        ask(error(status))
                .isUnavailable(UnavailableCause.CARRIER_ERROR)
                .mayBeRetried()
                .after(1);
    }

    @Test
    @Fault("HTTP-17")
    void a_carrier_that_is_down_says_for_how_long_or_does_not() {
        final Instant start = Instant.now();
        final UsageException told = ask(error(503).withHeader("Retry-After", "120"))
                .isUnavailable(UnavailableCause.CARRIER_ERROR)
                .mayBeRetried()
                .after(1)
                .bad();
        final UsageException untold = ask(error(503))
                .isUnavailable(UnavailableCause.CARRIER_ERROR)
                .mayBeRetried()
                .after(1)
                .bad();

        assertThat(told.notBefore())
                .get()
                .satisfies(time -> assertThat(time)
                        .isBetween(start.plusSeconds(119), Instant.now().plusSeconds(120)));
        assertThat(untold.notBefore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 511})
    @Fault("HTTP-18")
    void what_the_carrier_cannot_do_at_all_is_not_asked_again(final int status) {
        ask(error(status))
                .isUnavailable(UnavailableCause.CARRIER_ERROR)
                .mayNotBeRetried()
                .after(1);
    }

    @Test
    @Fault("HTTP-19")
    void an_error_that_comes_as_success_is_the_provider_s_to_read_and_never_a_usage_of_zero() {
        final UsageException failure = ask(json("{\"error\":{\"code\":\"40000029\",\"message\":\"no such SIM\"}}"))
                .is(Kind.NOT_FOUND)
                .after(1)
                .bad();

        assertThat(failure.carrierCode()).contains("40000029");
        ask(json("{\"error\":\"Resource not found\"}")).is(Kind.INVALID_DATA).after(1);
        ask(json("{\"errorMessage\":\"Resource not found\",\"errorCode\":\"40000029\"}"))
                .is(Kind.INVALID_DATA)
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=utf-8", "application/xhtml+xml", "image/png"})
    @Fault("HTTP-21")
    void a_login_page_is_not_the_carrier(final String mediaType) {
        ask(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", mediaType)
                        .withBody("<!doctype html><title>Please log in</title>"))
                .is(Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1);
    }

    @Test
    @Fault("HTTP-21")
    void a_login_page_that_claims_to_be_json_is_not_taken_for_it() {
        ask(json("<!doctype html><title>Please log in</title>"))
                .is(Kind.INVALID_DATA)
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    @Fault("HTTP-24")
    void a_good_body_does_not_make_a_failure_good(final int status) {
        ask(usage(status))
                .isUnavailable(UnavailableCause.CARRIER_ERROR)
                .mayBeRetried()
                .after(1);
    }

    private static Outcome ask(final ResponseDefinitionBuilder answer) {
        return CARRIER.ask(answer);
    }

    private static ResponseDefinitionBuilder redirect(final int status, final String target) {
        return aResponse().withStatus(status).withHeader("Location", target);
    }
}
