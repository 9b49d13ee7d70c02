package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each promise of {@link PassingText}. */
class PassingTextTest {

    private static PassingText within(final String before, final String text, final String after) {
        final byte[] bytes = (before + text + after).getBytes(StandardCharsets.UTF_8);
        final PassingText passing = new PassingText();
        passing.set(
                bytes, before.getBytes(StandardCharsets.UTF_8).length, text.getBytes(StandardCharsets.UTF_8).length);
        return passing;
    }

    @Test
    void it_is_a_run_of_bytes_and_nothing_around_it() {
        final PassingText text = within("ab", "cé", "fg");

        assertThat(text.text()).isEqualTo("cé");
        assertThat(text.length()).isEqualTo(3);
        assertThat(text.at(0)).isEqualTo((byte) 'c');
        assertThat(text.at(2)).isEqualTo((byte) 0xa9);
        assertThat(text.array()[text.offset()]).isEqualTo((byte) 'c');
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.at(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.at(-1));
    }

    @Test
    void it_equals_the_same_bytes_and_no_others() {
        final PassingText text = within("ab", "cd", "ef");
        final byte[] other = "xcdx".getBytes(StandardCharsets.UTF_8);

        assertThat(text.contentEquals(other, 1, 2)).isTrue();
        assertThat(text.contentEquals(other, 0, 2)).isFalse();
        assertThat(text.contentEquals(other, 1, 3)).isFalse();
        assertThat(text.contentEquals(other, 1, 1)).isFalse();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.contentEquals(other, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n\u000b\f\r\u001c\u001f ",
                "\u2003",
                " \u2003 ",
                "\u00a0",
                "x",
                " x",
                "\u0000",
                "é",
                " é"
            })
    void it_is_blank_when_a_string_is(final String text) {
        assertThat(PassingText.of(text).isBlank()).isEqualTo(text.isBlank());
        assertThat(within("x", text, "x").isBlank()).isEqualTo(text.isBlank());
    }

    @Test
    void it_is_digits_if_each_of_its_bytes_is_one_whatever_is_around_it() {
        for (int length = 0; length < 20; length++) {
            final String digits = "0918273645546372819".substring(0, length);
            assertThat(within("x", digits, "x").isDigits()).isTrue();
            assertThat(within("", digits, "").isDigits()).isTrue();
            for (int place = 0; place < length; place++) {
                for (int character = 0; character < 0x250; character++) {
                    final String text = digits.substring(0, place) + (char) character + digits.substring(place + 1);
                    assertThat(within("7", text, "7").isDigits()).isEqualTo(character >= '0' && character <= '9');
                }
            }
        }
    }

    @Test
    void an_empty_one_is_made_without_content() {
        assertThat(new PassingText().length()).isZero();
        assertThat(new PassingText().text()).isEmpty();
        assertThat(new PassingText().isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "é€😀",
                "\ufffd",
                "\ud800",
                "a\udc00b",
                "\ude00\ud83d",
                "\ud83d\ud83d\ude00é",
                "é\ud800\ufffd"
            })
    void any_string_comes_back_as_it_was(final String text) {
        assertThat(PassingText.of(text).text()).isEqualTo(text);
    }

    @Test
    void a_string_of_characters_is_plain_utf_8() {
        final byte[] bytes = "é€😀\ufffd".getBytes(StandardCharsets.UTF_8);

        assertThat(PassingText.of("é€😀\ufffd").contentEquals(bytes, 0, bytes.length))
                .isTrue();
    }

    @Test
    void its_content_is_never_shown() {
        assertThat(PassingText.of("8944465400000217738")).hasToString("PassingText of 19 bytes");
    }
}
