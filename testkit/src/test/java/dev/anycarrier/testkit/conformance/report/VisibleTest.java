package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void what_has_a_shape_stays() {
        final String text = "Größe: 1 073 741 824 B\n\t„…“ مرحبا 漢字 \uD83D\uDE00";

        assertThat(Visible.of(text)).isEqualTo(text);
    }

    @Test
    void what_has_none_is_written_out() {
        assertThat(Visible.of("a\u0000b\rc\u001B\u007F\u0085\u200B\u202E\u2066\uFEFF\uD800x\uDC00\uFFFF\uE000"))
                .isEqualTo(
                        "a\\u0000b\\rc\\u001B\\u007F\\u0085\\u200B\\u202E\\u2066\\uFEFF\\uD800x\\uDC00\\uFFFF\\uE000");
        assertThat(Visible.of("\uDB40\uDC41")).isEqualTo("\\u{E0041}");
    }

    @Test
    void what_is_long_is_cut_between_characters_and_says_how_much_is_left_out() {
        assertThat(Visible.beginning("12345", 5)).isEqualTo("12345");
        assertThat(Visible.beginning("123456", 5)).isEqualTo("12345\n… 1 more characters in report.json");
        assertThat(Visible.beginning("1234\uD83D\uDE0078", 5)).isEqualTo("1234\n… 4 more characters in report.json");
    }
}
