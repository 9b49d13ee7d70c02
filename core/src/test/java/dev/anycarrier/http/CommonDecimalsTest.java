package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CommonDecimalsTest {

    @Test
    void every_number_is_the_decimal_of_its_value_whichever_came_before() {
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            final long value = random.nextLong() >> random.nextInt(Long.SIZE);
            assertThat(CommonDecimals.of(value)).isEqualTo(BigDecimal.valueOf(value));
        }
        assertThat(CommonDecimals.of(Long.MIN_VALUE)).isEqualTo(BigDecimal.valueOf(Long.MIN_VALUE));
    }

    @Test
    void a_number_that_comes_again_is_the_same_object() {
        assertThat(CommonDecimals.of(20_480)).isSameAs(CommonDecimals.of(20_480));
    }
}
