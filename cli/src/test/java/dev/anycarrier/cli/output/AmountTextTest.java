package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1075, 1.0 KiB",
        "1076, 1.1 KiB",
        "1048524, 1023.9 KiB",
        "1048525, 1.0 MiB",
        "1048576, 1.0 MiB",
        "1610612736, 1.5 GiB",
        "1099511627776, 1.0 TiB",
        "1125899906842624, 1.0 PiB",
        "9223372036854775807, 8.0 EiB"
    })
    void data_is_in_binary_units_with_one_decimal_rounded_half_up(final long bytes, final String text) {
        assertThat(AmountText.of(Amount.of(Quantity.bytes(bytes)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 min", "59, 0:59 min", "60, 1 min", "90, 1:30 min", "6000, 100 min"})
    void voice_is_in_minutes_and_seconds(final long seconds, final String text) {
        assertThat(AmountText.of(Amount.of(Quantity.seconds(seconds)))).isEqualTo(text);
    }

    @Test
    void messages_are_counted() {
        assertThat(AmountText.of(Amount.of(Quantity.messages(0)))).isEqualTo("0 messages");
        assertThat(AmountText.of(Amount.of(Quantity.messages(1)))).isEqualTo("1 message");
        assertThat(AmountText.bare(Amount.of(Quantity.messages(12)))).isEqualTo("12");
    }

    @Test
    void what_is_no_number_has_three_different_words() {
        assertThat(AmountText.of(Amount.Unlimited.INSTANCE)).isEqualTo("unlimited");
        assertThat(AmountText.of(Amount.Unknown.INSTANCE)).isEqualTo("?");
        assertThat(AmountText.of(Amount.None.INSTANCE)).isEqualTo("–");
    }

    @Test
    void a_sum_is_exact_beyond_a_long() {
        final Amount most = Amount.of(Quantity.bytes(Long.MAX_VALUE));

        assertThat(Amount.sum(List.of(most, most)))
                .isEqualTo(new Amount.Known(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO), Unit.BYTES));
    }

    @Test
    void a_sum_says_what_is_true_of_the_whole() {
        final Amount one = Amount.of(Quantity.messages(1));

        assertThat(Amount.sum(List.of())).isEqualTo(Amount.None.INSTANCE);
        assertThat(Amount.sum(List.of(one, Amount.None.INSTANCE))).isEqualTo(one);
        assertThat(Amount.sum(List.of(one, Amount.Unknown.INSTANCE))).isEqualTo(Amount.Unknown.INSTANCE);
        assertThat(Amount.sum(List.of(Amount.Unknown.INSTANCE, Amount.Unlimited.INSTANCE)))
                .isEqualTo(Amount.Unlimited.INSTANCE);
    }
}
