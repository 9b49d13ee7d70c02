package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierUnitTest {

    private final List<UsageWarning> warnings = new ArrayList<>();

    @Test
    void a_gigabyte_is_1000_megabytes_at_one_carrier_and_1024_mebibytes_at_another() {
        assertThat(CarrierUnit.MEGABYTE.roundUp("total", new BigDecimal("1000"), warnings::add))
                .isEqualTo(Quantity.bytes(1_000_000_000));
        assertThat(CarrierUnit.MEBIBYTE.roundUp("total", new BigDecimal("1024"), warnings::add))
                .isEqualTo(Quantity.bytes(1_073_741_824));
        assertThat(CarrierUnit.MINUTE.roundUp("total", new BigDecimal("1.5"), warnings::add))
                .isEqualTo(Quantity.seconds(90));
        assertThat(CarrierUnit.MESSAGE.roundUp("total", BigDecimal.TEN, warnings::add))
                .isEqualTo(Quantity.messages(10));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BYTE, 1.1, 1, 2",
        "MEGABYTE, 0.0000019, 1, 2",
        "MEBIBYTE, 1.9, 1992294, 1992295",
        "MESSAGE, 0.5, 0, 1",
        "MINUTE, 0.51, 30, 31",
        "BYTE, 1e-20, 0, 1",
        "BYTE, 9223372036854775806.5, 9223372036854775806, 9223372036854775807"
    })
    void a_fraction_is_rounded_down_where_it_remains_and_up_where_it_is_granted_with_a_warning(
            final String unit, final BigDecimal value, final long down, final long up) {
        final CarrierUnit carrierUnit = unit(unit);

        assertThat(carrierUnit.roundDown("x.left", value, warnings::add).amount())
                .isEqualTo(down);
        assertThat(carrierUnit.roundUp("x.total", value, warnings::add).amount())
                .isEqualTo(up);
        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.FRACTION_ROUNDED));
        assertThat(warnings.get(0).detail()).contains("x.left");
        assertThat(warnings.get(1).detail()).contains("x.total");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, negative",
        "-0.0000001, negative",
        "9223372036854775808, out of range",
        "9223372036854775807.5, out of range",
        "1e19, out of range",
        "1e999, out of range",
        "1e999999999, out of range",
        "1e-999999999, out of range",
        "1e2147483647, out of range"
    })
    void what_is_no_exact_amount_is_invalid_at_once_and_named(final String value, final String problem) {
        final UsageException failure = catchThrowableOfType(
                UsageException.class,
                () -> CarrierUnit.BYTE.roundUp("data.total", new BigDecimal(value), warnings::add));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("data.total").contains(problem).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-0", "0e10", "0e-10"})
    void zero_is_zero_however_it_is_written(final String value) {
        assertThat(CarrierUnit.MEGABYTE.roundUp("total", new BigDecimal(value), warnings::add))
                .isEqualTo(Quantity.bytes(0));
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_large_amount_is_exact_to_the_last_byte() {
        assertThat(CarrierUnit.MEBIBYTE.roundDown(
                        "left", new BigDecimal("8796093022207.99999904632568359375"), warnings::add))
                .isEqualTo(Quantity.bytes(Long.MAX_VALUE));
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_unit_is_at_least_one_base_unit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CarrierUnit(Unit.BYTES, 0));
    }

    private static CarrierUnit unit(final String name) {
        return switch (name) {
            case "BYTE" -> CarrierUnit.BYTE;
            case "MEGABYTE" -> CarrierUnit.MEGABYTE;
            case "MEBIBYTE" -> CarrierUnit.MEBIBYTE;
            case "MINUTE" -> CarrierUnit.MINUTE;
            default -> CarrierUnit.MESSAGE;
        };
    }
}
