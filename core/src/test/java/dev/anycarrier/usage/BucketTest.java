package dev.anycarrier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Quantity TEN = Quantity.bytes(10);
    private static final Quantity ELEVEN = Quantity.bytes(11);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_limited_bucket_knows_what_was_used() {
        final Bucket bucket = Bucket.limited(Service.DATA, TEN, Quantity.bytes(4));

        assertThat(bucket.used()).contains(Quantity.bytes(6));
        assertThat(bucket.status()).isEqualTo(BucketStatus.ACTIVE);
        assertThat(Bucket.limited(Service.DATA, TEN, Quantity.bytes(0)).status())
                .isEqualTo(BucketStatus.EXHAUSTED);
    }

    @Test
    void absent_zero_and_unlimited_are_three_things() {
        final Bucket unlimited = Bucket.unlimited(Service.DATA);
        final Bucket nothing = Bucket.limited(Service.DATA, Quantity.bytes(0), Quantity.bytes(0));
        final Bucket unsaid = of(Allowance.unknown(), Optional.empty(), Optional.empty());

        assertThat(List.of(unlimited.allowance(), nothing.allowance(), unsaid.allowance()))
                .doesNotHaveDuplicates();
        assertThat(unlimited.remaining()).isEmpty();
        assertThat(nothing.remaining()).contains(Quantity.bytes(0));
        assertThat(unsaid.remaining()).isEmpty();
    }

    @Test
    void neither_remaining_nor_used_exceeds_the_total() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Allowance.limited(TEN), Optional.of(ELEVEN), Optional.empty()))
                .withMessageContaining("remaining");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Allowance.limited(TEN), Optional.empty(), Optional.of(ELEVEN)))
                .withMessageContaining("used");
        assertThatIllegalArgumentException().isThrownBy(() -> Bucket.limited(Service.DATA, TEN, ELEVEN));
    }

    @Test
    void an_unlimited_bucket_has_no_rest_but_may_say_what_was_used() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Allowance.unlimited(), Optional.of(TEN), Optional.empty()))
                .withMessageContaining("unlimited");
        assertThat(Bucket.unlimited(Service.DATA).withUsed(TEN).used()).contains(TEN);
    }

    @Test
    void every_amount_is_counted_in_the_unit_of_the_service() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bucket.limited(Service.VOICE, TEN, TEN))
                .withMessageContaining("SECONDS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bucket.unlimited(Service.MESSAGE).withUsed(TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageCounter(Service.MESSAGE, TEN, Optional.empty()));
    }

    @Test
    void a_report_has_each_bucket_once() {
        final Bucket first = Bucket.unlimited(Service.DATA).withId("p1");

        assertThat(report(
                                first,
                                first.withId("p2"),
                                Bucket.unlimited(Service.VOICE).withId("p1"))
                        .buckets(Service.DATA))
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        report(first, Bucket.limited(Service.DATA, TEN, TEN).withId("p1")))
                .withMessageContaining("same id");
    }

    @Test
    void a_period_ends_after_it_starts_and_an_unknown_side_admits_everything() {
        final Instant later = NOW.plusSeconds(60);

        assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.between(later, NOW));
        assertThat(TimePeriod.between(NOW, later).contains(NOW)).isTrue();
        assertThat(TimePeriod.between(NOW, later).contains(later)).isFalse();
        assertThat(TimePeriod.until(later).contains(Instant.MIN)).isTrue();
        assertThat(TimePeriod.since(NOW).contains(Instant.MAX)).isTrue();
        assertThat(TimePeriod.since(later).contains(NOW)).isFalse();
    }

    @Test
    void raw_json_is_kept_and_not_shown() {
        assertThat(new RawJson("{\"iccid\":\"8944465400000217738\"}")).hasToString("RawJson[31 characters]");
    }

    private static Bucket of(
            final Allowance allowance, final Optional<Quantity> remaining, final Optional<Quantity> used) {
        return new Bucket(
                Optional.empty(), Service.DATA, allowance, remaining, used, BucketStatus.ACTIVE, Optional.empty());
    }

    private static UsageReport report(final Bucket... buckets) {
        return new UsageReport(
                "acme",
                "acme",
                Iccid.of("8944465400000217738"),
                SimStatus.ACTIVE,
                Optional.empty(),
                List.of(buckets),
                List.of(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
