package dev.anycarrier.testkit.page;

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
}
