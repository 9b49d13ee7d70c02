package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.carriers.BalanceAnswer.Balance;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTruthTest {

    private static final Iccid SIM = Iccid.of("8944465400000217735");
    private static final Instant END = Instant.parse("2024-05-01T00:00:00Z");

    @Test
    void megabytes_are_binary_and_minutes_are_seconds_by_sixty() {
        final SimTruth truth = BalanceTruth.of(
                SIM, answer("ACTIVE", Balance.of(2048, 767), Balance.of(100, 40), Balance.of(20, 0), false));

        assertThat(truth.buckets())
                .containsExactly(
                        Bucket.limited(Service.DATA, Quantity.bytes(2_147_483_648L), Quantity.bytes(804_257_792))
                                .withValidity(TimePeriod.until(END)),
                        Bucket.limited(Service.VOICE, Quantity.seconds(6_000), Quantity.seconds(2_400))
                                .withValidity(TimePeriod.until(END)),
                        Bucket.limited(Service.MESSAGE, Quantity.messages(20), Quantity.messages(0))
                                .withValidity(TimePeriod.until(END)));
    }

    @Test
    void a_fraction_of_a_byte_is_not_left_and_counts_as_granted() {
        final WireNumber broken = new WireNumber(new BigDecimal("0.3"), false);

        assertThat(dataOf(new Balance(WireNumber.of(1), broken)).remaining()).contains(Quantity.bytes(314_572));
        assertThat(dataOf(new Balance(broken, WireNumber.ZERO)).allowance())
                .isEqualTo(Allowance.limited(Quantity.bytes(314_573)));
    }

    @Test
    void an_unlimited_sim_has_no_amounts_whatever_stands_beside_the_flag() {
        final SimTruth truth =
                BalanceTruth.of(SIM, answer("ACTIVE", Balance.of(2048, 767), Balance.NONE, Balance.NONE, true));

        assertThat(truth.buckets())
                .isEqualTo(List.of(Bucket.unlimited(Service.DATA).withValidity(TimePeriod.until(END))));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,5,ACTIVE,ACTIVE",
        "ACTIVE,0,ACTIVE,EXHAUSTED",
        "FINISHED,0,EXHAUSTED,EXHAUSTED",
        "FINISHED,5,EXHAUSTED,UNKNOWN",
        "NOT_ACTIVE,9,NOT_ACTIVE,NOT_ACTIVE",
        "EXPIRED,0,EXPIRED,EXPIRED",
        "UNKNOWN,5,UNKNOWN,UNKNOWN",
        "UNKNOWN,0,UNKNOWN,EXHAUSTED",
        "PENDING,5,UNKNOWN,UNKNOWN"
    })
    void the_word_and_what_is_left_give_the_status_of_sim_and_bucket(
            final String word, final long remaining, final SimStatus sim, final BucketStatus bucket) {
        final SimTruth truth =
                BalanceTruth.of(SIM, answer(word, Balance.of(9, remaining), Balance.NONE, Balance.NONE, false));

        assertThat(truth.status()).isEqualTo(sim);
        assertThat(truth.buckets()).singleElement().extracting(Bucket::status).isEqualTo(bucket);
    }

    private static Bucket dataOf(final Balance data) {
        return BalanceTruth.of(SIM, answer("ACTIVE", data, Balance.NONE, Balance.NONE, false))
                .buckets()
                .get(0);
    }

    private static BalanceAnswer answer(
            final String word, final Balance data, final Balance voice, final Balance text, final boolean unlimited) {
        return new BalanceAnswer(word, data, voice, text, Optional.of(END), Optional.of(unlimited));
    }
}
