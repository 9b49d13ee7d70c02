package dev.anycarrier.airalo;

import static dev.anycarrier.airalo.AiraloAccount.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Airalo documents about its errors, one test for each statement. */
class AiraloErrorFactsTest {

    private final AiraloAccount airalo = new AiraloAccount();

    @AfterEach
    void close() {
        airalo.close();
    }

    @Test
    void an_unknown_iccid_is_not_found_although_data_is_an_empty_array() {
        airalo.answers(404, "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.carrierCode()).contains("messages.resource_not_found");
        assertThat(failure.status()).hasValue(404);
    }

    @Test
    void code_89_of_a_403_is_about_the_callers_address_and_costs_no_new_token() {
        airalo.answers(403, "{\"code\":89,\"reason\":\"IP address is not allowed\"}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(failure.carrierCode()).contains("89");
        assertThat(failure.detail()).contains("address").contains("allow-list");
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).hasSize(1);
    }

    @Test
    void the_allow_list_may_refuse_the_call_for_a_token_already() {
        airalo.tokenAnswers(403, "{\"code\":89,\"reason\":\"IP address is not allowed\"}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(failure.detail()).contains("allow-list");
        assertThat(airalo.usageRequests()).isEmpty();
    }

    @Test
    void a_403_without_that_code_is_plainly_denied() {
        airalo.answers(403, "{\"error\":\"forbidden\"}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(failure.detail()).doesNotContain("allow-list");
        assertThat(failure.carrierCode()).contains("forbidden");
        assertThat(airalo.tokenRequests()).hasSize(1);
    }

    @Test
    void code_73_of_a_422_is_a_recycled_sim() {
        airalo.answers(422, "{\"code\":73,\"reason\":\"The requested SIM was recycled\"}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.GONE);
        assertThat(failure.carrierCode()).contains("73");
        assertThat(failure.retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"73\",\"reason\":\"a code may be a text\"}",
                "{\"code\":73,\"reason\":{\"unexpected\":[\"shape\"]}}"
            })
    void the_code_is_read_whatever_stands_around_it(final String body) {
        airalo.answers(422, body);

        assertThat(airalo.failure().kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void another_business_error_is_a_refused_question_with_the_carriers_code() {
        airalo.answers(422, "{\"code\":34,\"reason\":\"The requested SIM is out of reach\"}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(failure.carrierCode()).contains("34");
    }

    @Test
    void too_many_attempts_are_told_with_the_seconds_to_wait() {
        airalo.answers(json(429, "{\"message\":\"Too Many Attempts.\"}")
                .withHeader("Retry-After", "900")
                .withHeader("X-RateLimit-Limit", "1")
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", "1"));

        final Instant before = Instant.now();
        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(failure.notBefore())
                .hasValueSatisfying(time -> assertThat(time)
                        .isBetween(before.plusSeconds(900), Instant.now().plusSeconds(900)));
        assertThat(failure.carrierCode()).isEmpty();
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void retry_after_may_be_a_date_by_the_carriers_own_clock() {
        airalo.answers(json(429, "{\"message\":\"Too Many Attempts.\"}")
                .withHeader("Date", "Thu, 19 Nov 2026 08:00:00 GMT")
                .withHeader("Retry-After", "Thu, 19 Nov 2026 08:15:00 GMT"));

        final Instant before = Instant.now();
        assertThat(airalo.failure().notBefore())
                .hasValueSatisfying(time -> assertThat(time)
                        .isBetween(before.plusSeconds(900), Instant.now().plusSeconds(900)));
    }

    @Test
    void retry_after_may_be_missing_and_the_undescribed_reset_header_does_not_stand_in() {
        airalo.answers(json(429, "{\"message\":\"Too Many Attempts.\"}").withHeader("X-RateLimit-Reset", "86400"));

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(failure.notBefore())
                .hasValueSatisfying(
                        ours -> assertThat(ours).isBefore(Instant.now().plusSeconds(3600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000123456", "8944-4654", "rSIM_7.b"})
    void an_identifier_that_is_no_iccid_is_refused_without_a_request(final String identifier) {
        final UsageException failure = airalo.failure(identifier);

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(failure.detail()).contains("ICCID").contains("17 to 22 digits");
        assertThat(failure.getMessage()).doesNotContain(identifier);
        assertThat(airalo.tokenRequests()).isEmpty();
        assertThat(airalo.usageRequests()).isEmpty();
    }
}
