package dev.anycarrier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IccidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"89444654000002177", "8944465400000217738", "89444654000002177350", "0044465400000217735222"})
    void it_has_17_to_22_digits_and_keeps_every_one(final String digits) {
        assertThat(Iccid.of(digits).value()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"8944465400000217738F, 8944465400000217738", "8944465400000217738f, 8944465400000217738"})
    void a_trailing_filler_is_dropped(final String written, final String digits) {
        assertThat(Iccid.of(written)).isEqualTo(new Iccid(digits));
        assertThat(SimId.parse(written)).isEqualTo(new Iccid(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "8944465400000217738, true",
        "8944465400000217735, false",
        "89490200001000000003, true",
        "89490200001000000004, false"
    })
    void a_wrong_check_digit_is_accepted_and_can_be_told(final String digits, final boolean valid) {
        assertThat(Iccid.of(digits).hasValidCheckDigit()).isEqualTo(valid);
        assertThat(UsageWarning.ofCheckDigit(Iccid.of(digits)).isEmpty()).isEqualTo(valid);
    }

    @Test
    void a_warning_about_the_check_digit_shows_the_masked_identifier() {
        assertThat(UsageWarning.ofCheckDigit(Iccid.of("8944465400000217735"))).hasValueSatisfying(warning -> {
            assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.ICCID_CHECK_DIGIT);
            assertThat(warning.detail()).contains("8944…7735").doesNotContain("8944465400000217735");
        });
        assertThat(UsageWarning.ofCheckDigit(CarrierSimId.of("000123456"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8944465400000217",
                "89444654000002177352222",
                "8944465400000217738FF",
                "F8944465400000217738",
                "89444654000002177 8",
                "894446540000021773-8",
                "8944465400000217738\n",
                "８９４４４６５４０００００２１７７３８",
                "٨٩٤٤٤٦٥٤٠٠٠٠٠٢١٧٧٣٨",
                "8944465400000217738\u0000",
                "../8944465400000217738"
            })
    void anything_else_is_refused_and_not_repeated(final String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iccid.of(text))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains("17 to 22 digits")
                        .doesNotContain(text.isEmpty() ? "8944" : text));
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> new Iccid(null));
    }

    @Test
    void it_shows_its_first_and_last_four_digits() {
        assertThat(Iccid.of("8944465400000217738")).hasToString("8944…7738");
    }
}
