package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":73,\"reason\":\"…\"}                                      | 73",
                "{\"code\":\"ERR_12\",\"reason\":\"…\"}                              | ERR_12",
                "{\"code\":40000029}                                                 | 40000029",
                "{\"error\":\"sim_id_not_found\"}                                    | sim_id_not_found",
                "{\"error\":{\"code\":\"E7\",\"message\":\"…\"}}                     | E7",
                "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}} | messages.resource_not_found",
                "{\"message\":\"forbidden\"}                                         | forbidden",
                "{\"code\":null,\"error\":\"second\"}                                | second",
                "{\"code\":{\"a\":1},\"error\":[1],\"message\":\"third\"}            | third"
            })
    void the_code_is_found_in_the_usual_envelopes(final String body, final String code) {
        assertThat(CarrierError.read(answer(422, body))).isEqualTo(new CarrierError(422, Optional.of(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"code\"",
                "<html>code</html>",
                "{\"code\":",
                "{\"message\":\"Too Many Attempts.\"}",
                "{\"message\":\"no SIM 8944465400000217738\"}",
                "{\"code\":8944465400000217738}",
                "{\"error\":\"sim-8944465400000217738\"}",
                "{\"code\":\"\"}",
                "{\"code\":\"line\\nbreak\"}",
                "{\"code\":\"Bearer abc\"}",
                "{\"code\":1,\"code\":2}"
            })
    void what_is_no_single_word_is_no_code(final String body) {
        assertThat(CarrierError.read(answer(500, body)).code()).isEmpty();
    }

    @Test
    void a_word_of_more_than_64_characters_is_no_code() {
        assertThat(CarrierError.read(answer(500, "{\"code\":\"" + "x".repeat(65) + "\"}"))
                        .code())
                .isEmpty();
    }

    @Test
    void a_body_of_more_than_64_kib_is_not_looked_into() {
        final String body = "{\"code\":5,\"reason\":\"" + "x".repeat(64 * 1024) + "\"}";

        assertThat(CarrierError.read(answer(500, body)).code()).isEmpty();
    }
}
