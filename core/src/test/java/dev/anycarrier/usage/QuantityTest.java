package dev.anycarrier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void it_is_exact_over_the_whole_range() {
        final Quantity largest = Quantity.bytes(Long.MAX_VALUE);

        assertThat(largest.minus(Quantity.bytes(1)).plus(Quantity.bytes(1))).isEqualTo(largest);
        assertThat(largest.minus(largest)).isEqualTo(Quantity.zero(Unit.BYTES));
        assertThat(largest.minus(largest).isZero()).isTrue();
    }

    @Test
    void a_sum_that_does_not_fit_is_an_error_and_not_a_negative_amount() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Quantity.bytes(Long.MAX_VALUE).plus(Quantity.bytes(1)));
    }

    @Test
    void there_is_no_negative_amount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.seconds(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.messages(1).minus(Quantity.messages(2)));
    }

    @Test
    void amounts_of_different_units_do_not_mix() {
        final Quantity bytes = Quantity.bytes(1);
        final Quantity seconds = Quantity.seconds(1);

        assertThat(bytes).isNotEqualTo(seconds);
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.plus(seconds));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.minus(seconds));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.compareTo(seconds));
    }

    @Test
    void amounts_of_one_unit_are_ordered() {
        assertThat(Quantity.bytes(1)).isLessThan(Quantity.bytes(2)).isEqualByComparingTo(Quantity.bytes(1));
    }
}
