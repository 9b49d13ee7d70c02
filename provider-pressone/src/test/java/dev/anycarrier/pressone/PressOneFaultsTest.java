package dev.anycarrier.pressone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How asking PressOne ends when its answer is broken. */
class PressOneFaultsTest {

    private final PressOneAccount pressone = new PressOneAccount();

    @AfterEach
    void close() {
        pressone.close();
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
        pressone.answers(UsageBody.documented().without(field));
        assertInvalid(pressone.failure(), "data." + field);
        for (final String nothing : new String[] {"null", "\"\"", "\" \"", "[]"}) {
            pressone.answers(UsageBody.documented().with(field, nothing));
            assertInvalid(pressone.failure(), "data." + field);
        }
    }

    @Fault("JSON-05")
    @ParameterizedTest
    @CsvSource({
        "total, -1",
        "remaining, -0.5",
        "total_voice, 1e999",
        "remaining_voice, '\"NaN\"'",
        "total_text, true",
    })
    void what_is_no_plain_amount_is_invalid_and_named(final String field, final String json) {
        pressone.answers(UsageBody.documented().with(field, json));

        assertInvalid(pressone.failure(), "data." + field);
    }

    @Fault("JSON-15")
    @Test
    void an_end_of_validity_of_another_form_is_invalid() {
        pressone.answers(UsageBody.documented().with("expired_at", "\"2027-01-31T23:59:59+0000\""));

        assertInvalid(pressone.failure(), "data.expired_at");
    }

    @Fault("SEM-06")
    @ParameterizedTest
    @CsvSource({"'', 2047.9, 2048", "_voice, 0, 1", "_text, 10, 11"})
    void more_remaining_than_the_total_is_invalid(final String service, final String total, final String remaining) {
        pressone.answers(UsageBody.documented().with("total" + service, total).with("remaining" + service, remaining));

        assertInvalid(pressone.failure(), "data.remaining" + service);
    }

    @Fault("HTTP-11")
    @Test
    void a_403_costs_no_new_token() {
        pressone.answers(403, "{\"code\":\"forbidden\",\"reason\":\"no\"}");

        assertThat(pressone.failure().kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(pressone.tokenRequests()).hasSize(1);
        assertThat(pressone.usageRequests()).hasSize(1);
    }

    @Fault("HTTP-19")
    @Test
    void an_error_that_comes_as_a_200_is_invalid_and_never_a_usage_of_0() {
        pressone.answers(200, "{\"code\":17,\"reason\":\"no\"}");

        assertThat(pressone.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    private static void assertInvalid(final UsageException failure, final String field) {
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("field " + field + " ");
    }
}
