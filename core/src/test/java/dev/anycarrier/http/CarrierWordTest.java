package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.read;
import static dev.anycarrier.http.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierWordTest {

    record Wire(
            @JsonProperty("status") @JsonDeserialize(using = CarrierWord.class)
            String status) {}

    @ParameterizedTest
    @CsvSource({"'\"ACTIVE\"', ACTIVE", "'\"in-use_2\"', in-use_2", "5, 5", "-1, -1"})
    void a_word_is_kept_to_the_letter_and_a_number_as_its_digits(final String json, final String word) {
        assertThat(read("{\"status\":" + json + "}", Wire.class).status()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"two words\"",
                "\"line\\nbreak\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"ÄKTIV\"",
                "true",
                "1.5",
                "[]",
                "{}",
                "[\"ACTIVE\"]"
            })
    void anything_else_is_invalid(final String json) {
        final UsageException refusal = refusal("{\"status\":" + json + "}", Wire.class);

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).contains("field status");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100_000})
    void a_word_has_at_most_64_characters(final int length) {
        assertThat(refusal("{\"status\":\"" + "x".repeat(length) + "\"}", Wire.class)
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
        assertThat(read("{\"status\":\"" + "x".repeat(64) + "\"}", Wire.class).status())
                .hasSize(64);
    }
}
