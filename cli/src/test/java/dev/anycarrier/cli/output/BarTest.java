package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.usage.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100, '██████████ 100 %', GREEN",
        "999, 1000, '█████████▉  99 %', GREEN",
        "50, 100, '█████░░░░░  50 %', GREEN",
        "25, 100, '██▌░░░░░░░  25 %', YELLOW",
        "19, 100, '█▉░░░░░░░░  19 %', RED",
        "1, 1000000, '▏░░░░░░░░░   0 %', RED",
        "0, 100, '░░░░░░░░░░   0 %', RED",
        "9223372036854775807, 9223372036854775807, '██████████ 100 %', GREEN"
    })
    void the_bar_shows_what_is_left_and_never_more(
            final long remaining, final long total, final String text, final Colour colour) {
        assertThat(Bar.of(Amount.of(Quantity.bytes(remaining)), Amount.of(Quantity.bytes(total))))
                .isEqualTo(new Cell(text, colour));
    }

    @Test
    void there_is_no_bar_without_a_proportion() {
        final Amount zero = Amount.of(Quantity.bytes(0));

        assertThat(Bar.of(zero, zero).text()).isEmpty();
        assertThat(Bar.of(Amount.Unlimited.INSTANCE, Amount.Unlimited.INSTANCE).text())
                .isEmpty();
        assertThat(Bar.of(Amount.Unknown.INSTANCE, Amount.of(Quantity.bytes(5))).text())
                .isEmpty();
    }
}
