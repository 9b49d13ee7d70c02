package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.read;
import static dev.anycarrier.http.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberOrTextTest {

    record Wire(
            @JsonProperty("amount") @JsonDeserialize(using = NumberOrText.class)
            BigDecimal amount) {}

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.0, 5.0",
        "-0, 0",
        "-5, -5",
        "1e3, 1000",
        "9007199254740993, 9007199254740993",
        "0.1, 0.1",
        "'\"2049.0\"', 2049.0",
        "'\"+5\"', 5",
        "'\"-5\"', -5",
        "'\"007\"', 7"
    })
    void a_decimal_is_exact_whether_number_or_text(final String json, final BigDecimal value) {
        assertThat(amount(json)).isEqualByComparingTo(value);
    }

    @Test
    void a_null_is_absent() {
        assertThat(amount("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"", "\" \"", "\" 5\"", "\"5 \"", "\"5.\"", "\".5\"", "\"1e3\"", "\"1,5\"", "\"1 024\"", "\"0x1f\"",
                "\"NaN\"", "\"Infinity\"", "\"--5\"", "\"٥\"", "\"５\"", "true", "[]", "[5]", "{}", "1e99999999999"
            })
    void anything_else_is_invalid_and_not_repeated(final String json) {
        final UsageException refusal = refusal("{\"amount\":" + json + "}", Wire.class);

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).contains("field amount");
    }

    private static BigDecimal amount(final String json) {
        return read("{\"amount\":" + json + "}", Wire.class).amount();
    }
}
