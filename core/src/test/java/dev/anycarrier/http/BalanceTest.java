package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.http.Balance.Amount;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {

    private final List<UsageWarning> warnings = new ArrayList<>();

    @Test
    void what_was_used_is_what_does_not_remain() {
        final Bucket bucket = data("2049.0", "49.5").bucket(warnings::add);

        assertThat(bucket.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(2_049_000_000)));
        assertThat(bucket.remaining()).contains(Quantity.bytes(49_500_000));
        assertThat(bucket.used()).contains(Quantity.bytes(1_999_500_000));
        assertThat(bucket.status()).isEqualTo(BucketStatus.ACTIVE);
        assertThat(bucket.validity()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000105, 0.0000005, 11, 0, 10",
        "0.0000105, 0.0000102, 11, 10, 1",
        "0.0000100, 0.0000095, 10, 9, 1",
        "0.0000105, 0.0000105, 11, 10, 0"
    })
    void fractions_are_rounded_up_where_granted_or_used_and_down_where_left(
            final String total, final String remaining, final long granted, final long left, final long used) {
        final Bucket bucket = data(total, remaining).bucket(warnings::add);

        assertThat(bucket.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(granted)));
        assertThat(bucket.remaining()).contains(Quantity.bytes(left));
        assertThat(bucket.used()).contains(Quantity.bytes(used));
        assertThat(warnings).extracting(UsageWarning::kind).containsOnly(UsageWarning.Kind.FRACTION_ROUNDED);
    }

    @Test
    void nothing_left_is_exhausted_and_a_total_of_0_grants_nothing() {
        assertThat(data("5", "0").bucket(warnings::add).status()).isEqualTo(BucketStatus.EXHAUSTED);
        assertThat(data("0", "0").bucket(warnings::add).allowance()).isEqualTo(Allowance.limited(Quantity.bytes(0)));
    }

    @Test
    void a_total_of_0_may_mean_that_the_service_is_not_there() {
        assertThat(data("0", "0").bucketIfGranted(warnings::add)).isEmpty();
        assertThat(data("0.0", "0").bucketIfGranted(warnings::add)).isEmpty();
        assertThat(data("1", "0").bucketIfGranted(warnings::add)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 6, left",
        "0, 1, left",
        "5.1, 5.2, left",
        "0.0000001, 0.0000002, left",
        "5, -1, left",
        "-5, -6, total",
        "1e999, 0, total",
        "1, 1e-999, left"
    })
    void amounts_that_cannot_be_are_invalid_and_named(final String total, final String remaining, final String field) {
        final UsageException failure = catchThrowableOfType(
                UsageException.class, () -> data(total, remaining).bucketIfGranted(warnings::add));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).startsWith("field package.data." + field + " ");
    }

    @Test
    void a_service_is_counted_in_a_unit_of_its_own() {
        final Amount amount = new Amount("total", BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(Service.VOICE, CarrierUnit.MESSAGE, amount, amount))
                .withMessage("VOICE is counted in SECONDS, not MESSAGES");
    }

    private static Balance data(final String total, final String remaining) {
        return new Balance(
                Service.DATA,
                CarrierUnit.MEGABYTE,
                new Amount("package.data.total", new BigDecimal(total)),
                new Amount("package.data.left", new BigDecimal(remaining)));
    }
}
