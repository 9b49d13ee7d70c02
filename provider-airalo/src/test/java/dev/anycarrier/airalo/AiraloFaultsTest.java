package dev.anycarrier.airalo;

import static dev.anycarrier.airalo.AiraloAccount.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How asking Airalo ends when its answer is broken. */
class AiraloFaultsTest {

    private final AiraloAccount airalo = new AiraloAccount();

    @AfterEach
    void close() {
        airalo.close();
    }

    @Fault("JSON-01")
    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"remaining\":7", "%s x", "%s %s", "%s]", "'data'", "null", "[]", "\"\"", "0"})
    void a_body_that_is_not_one_whole_json_object_is_invalid(final String shape) {
        airalo.answers(200, shape.replace("%s", UsageBody.documented().json()));

        assertThat(airalo.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Fault("HTTP-01")
    @Test
    void an_empty_body_is_invalid() {
        airalo.answers(200, "");

        assertThat(airalo.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Fault("JSON-03")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "remaining",
                "total",
                "is_unlimited",
                "status",
                "remaining_voice",
                "remaining_text",
                "total_voice",
                "total_text"
            })
    void a_missing_null_or_empty_field_is_invalid_and_never_zero(final String field) {
        airalo.answers(UsageBody.documented().without(field));
        assertInvalid(airalo.failure(), "data." + field);
        for (final String nothing : new String[] {"null", "\"\"", "\" \"", "[]", "{}"}) {
            airalo.answers(UsageBody.documented().with(field, nothing));
            assertInvalid(airalo.failure(), "data." + field);
        }
    }

    @Fault("JSON-04")
    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"\""})
    void a_flag_is_true_or_false_and_nothing_that_looks_like_it(final String json) {
        airalo.answers(UsageBody.documented().with("is_unlimited", json));

        assertInvalid(airalo.failure(), "data.is_unlimited");
    }

    @Fault("JSON-05")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "\"-1\"",
                "-0.5",
                "1e999",
                "1e999999999",
                "1e-999999999",
                "\"1e3\"",
                "NaN",
                "\"NaN\"",
                "Infinity",
                "\"Infinity\"",
                "\"0x10\"",
                "\"1 024\"",
                "\"1,024\"",
                "\" 5\"",
                "\"٥\"",
                "true",
                "[5]",
                "{\"value\":5}"
            })
    void what_is_no_plain_amount_is_invalid(final String json) {
        airalo.answers(UsageBody.documented().with("total", json));

        assertThat(airalo.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Fault("JSON-05")
    @ParameterizedTest
    @CsvSource({
        "1.0, 1048576",
        "1e3, 1048576000",
        "1.9, 1992294",
        "0, 0",
        "-0, 0",
        "0.0, 0",
        "0.00000001, 0",
        "'\"1.5\"', 1572864",
        "'\"+2\"', 2097152",
        "'\"0002\"', 2097152"
    })
    void a_decimal_is_read_exactly_and_rests_are_rounded_down(final String json, final long bytes) {
        airalo.answers(UsageBody.documented().with("remaining", json));

        assertThat(airalo.usage().buckets().get(0).remaining()).contains(Quantity.bytes(bytes));
    }

    @Fault({"JSON-05", "JSON-06"})
    @Test
    void an_amount_that_is_negative_or_out_of_range_is_named() {
        airalo.answers(UsageBody.documented().with("total", "-1").with("remaining", "-1"));
        assertInvalid(airalo.failure(), "data.total");

        airalo.answers(UsageBody.documented().with("total_voice", "9223372036854775808"));
        assertInvalid(airalo.failure(), "data.total_voice");
    }

    @Fault("JSON-06")
    @ParameterizedTest
    @CsvSource({"9007199254740993", "9223372036854775807"})
    void a_large_number_is_exact(final long messages) {
        airalo.answers(UsageBody.documented()
                .with("total_text", Long.toString(messages))
                .with("remaining_text", Long.toString(messages)));

        assertThat(airalo.usage().buckets().get(1).remaining()).contains(Quantity.messages(messages));
    }

    @Fault("JSON-06")
    @ParameterizedTest
    @ValueSource(ints = {41, 400, 4000})
    void a_number_of_very_many_digits_is_invalid(final int digits) {
        for (final String json : new String[] {"9".repeat(digits), "\"" + "9".repeat(digits) + "\""}) {
            airalo.answers(UsageBody.documented().with("total", json));

            assertInvalid(airalo.failure(), "data.total");
        }
    }

    @Fault("JSON-09")
    @ParameterizedTest
    @CsvSource({"'\"Active\"', Active", "'\"LOST\"', LOST", "5, 5"})
    void a_status_that_is_unknown_a_number_or_in_another_case_is_unknown_and_kept(
            final String json, final String word) {
        airalo.answers(UsageBody.documented().with("status", json));

        final UsageReport report = airalo.usage();
        assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report.carrierStatus()).contains(word);
    }

    @Fault("JSON-13")
    @ParameterizedTest
    @ValueSource(strings = {"AC\\u0000TIVE", "AC\\nTIVE", "\\ud800", "\\u202eACTIVE", "ACTIVE "})
    void a_status_that_is_no_plain_word_is_invalid(final String text) {
        airalo.answers(UsageBody.documented().with("status", "\"" + text + "\""));

        assertInvalid(airalo.failure(), "data.status");
    }

    @Fault("JSON-10")
    @Test
    void extra_fields_and_deep_extra_objects_are_ignored() {
        airalo.answers(UsageBody.documented().with("extra", "[".repeat(40) + "]".repeat(40)));

        assertThat(airalo.usage().buckets().get(0).remaining()).contains(Quantity.bytes(767L << 20));
    }

    @Fault("JSON-12")
    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "5", "\"\"", "[{\"remaining\":1}]"})
    void data_of_another_shape_is_invalid(final String data) {
        airalo.answers(200, "{\"data\":" + data + ",\"meta\":{\"message\":\"api.success\"}}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("field data");
    }

    @Fault("JSON-15")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-31T23:59:59Z",
                "2027-01-31 23:59:59+00",
                "2027-01-31",
                "0000-01-01 00:00:00",
                "2027-01-31 24:00:00",
                "2027-01-31 23:60:00",
                "2027-01-31 23:59:60",
                "2027-02-29 00:00:00",
                "never",
                ""
            })
    void an_end_of_validity_of_another_form_is_invalid(final String text) {
        airalo.answers(UsageBody.documented().with("expired_at", "\"" + text + "\""));

        assertInvalid(airalo.failure(), "data.expired_at");
    }

    @Fault("SEM-06")
    @ParameterizedTest
    @CsvSource({"'', 2047.9, 2048", "_voice, 0, 1", "_text, 10, 11"})
    void more_remaining_than_the_total_is_invalid(final String service, final String total, final String remaining) {
        airalo.answers(UsageBody.documented().with("total" + service, total).with("remaining" + service, remaining));

        assertInvalid(airalo.failure(), "data.remaining" + service);
    }

    @Fault("HTTP-09")
    @Test
    void a_token_that_was_fetched_for_the_question_and_is_refused_once_is_shown_once_more() {
        airalo.refusesFirstUsageRequest();

        assertThat(airalo.usage().status()).isEqualTo(SimStatus.ACTIVE);
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).hasSize(2);
    }

    @Fault("AUTH-07")
    @Test
    void a_token_that_is_no_longer_accepted_is_replaced_once() {
        try (Anycarrier carriers = airalo.open()) {
            carriers.usage(SimRef.parse("test:8944465400000217738"));
            airalo.refusesFirstUsageRequest();

            assertThat(carriers.usage(SimRef.parse("test:8944465400000217746")).status())
                    .isEqualTo(SimStatus.ACTIVE);
        }
        assertThat(airalo.tokenRequests()).hasSize(2);
        assertThat(airalo.usageRequests()).hasSize(3);
    }

    @Fault("HTTP-10")
    @Test
    void a_token_that_is_always_refused_ends_after_one_new_one() {
        airalo.answers(401, "{\"data\":[],\"meta\":{\"message\":\"Unauthenticated\"}}");

        assertThat(airalo.failure().kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).hasSizeLessThanOrEqualTo(2);
    }

    @Fault("HTTP-11")
    @Test
    void a_403_costs_no_new_token() {
        airalo.answers(403, "");

        assertThat(airalo.failure().kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).hasSize(1);
    }

    @Fault("HTTP-12")
    @Test
    void a_404_is_not_found() {
        airalo.answers(404, "<html>no such page</html>");

        assertThat(airalo.failure().kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Fault("HTTP-19")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"something\"}",
                "{\"code\":73,\"reason\":\"recycled\"}",
                "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}"
            })
    void an_error_that_comes_as_a_200_is_invalid_and_never_a_usage_of_0(final String body) {
        airalo.answers(200, body);

        assertThat(airalo.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Fault("HTTP-24")
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_good_body_under_a_5xx_is_not_read(final int status) {
        airalo.answers(status, UsageBody.documented().json());

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.unavailableCause()).contains(UnavailableCause.CARRIER_ERROR);
    }

    @Fault("HTTP-21")
    @Test
    void a_login_page_is_not_the_carrier() {
        airalo.answers(json(200, "<html>log in</html>").withHeader("Content-Type", "text/html"));

        assertThat(airalo.failure().kind()).isEqualTo(Kind.PROTOCOL);
    }

    private static void assertInvalid(final UsageException failure, final String field) {
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("field " + field + " ");
    }
}
