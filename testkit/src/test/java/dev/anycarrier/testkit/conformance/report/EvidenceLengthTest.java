package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceLengthTest {

    @Test
    void what_is_long_is_cut_between_characters_and_says_how_much_is_left_out() {
        assertThat(EvidenceLength.beginning("12345", 5)).isEqualTo("12345");
        assertThat(EvidenceLength.beginning("123456", 5)).isEqualTo("12345\n… 1 more characters in report.json");
        assertThat(EvidenceLength.beginning("1234\uD83D\uDE0078", 5))
                .isEqualTo("1234\n… 4 more characters in report.json");
    }
}
