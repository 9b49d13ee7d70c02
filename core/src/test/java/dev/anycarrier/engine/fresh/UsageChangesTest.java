package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageChange.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsageChangesTest {

    private static final TimePeriod JANUARY = month("2026-01-01", "2026-02-01");
    private static final TimePeriod FEBRUARY = month("2026-02-01", "2026-03-01");

    @Test
    void more_than_before_was_used_since() {
        assertThat(changes(data(100), data(350))).containsExactly(change(Kind.USED, 250));
    }

    @Test
    void as_much_as_before_is_no_change() {
        assertThat(changes(data(100), data(100))).isEmpty();
        assertThat(changes(data(100).withValidity(JANUARY), data(100).withValidity(JANUARY)))
                .isEmpty();
    }

    @Test
    void less_in_the_same_period_is_a_correction_of_what_was_taken_back() {
        assertThat(changes(data(350), data(100))).containsExactly(change(Kind.CORRECTION, 250));
        assertThat(changes(data(350).withValidity(JANUARY), data(100).withValidity(JANUARY)))
                .containsExactly(change(Kind.CORRECTION, 250));
    }

    @Test
    void less_in_another_period_is_a_reset() {
        assertThat(changes(data(350).withValidity(JANUARY), data(100).withValidity(FEBRUARY)))
                .containsExactly(change(Kind.RESET, 100));
        assertThat(changes(
                        data(350).withValidity(TimePeriod.until(end(JANUARY))),
                        data(100).withValidity(TimePeriod.until(end(FEBRUARY)))))
                .containsExactly(change(Kind.RESET, 100));
        assertThat(changes(data(350), data(100).withValidity(FEBRUARY))).containsExactly(change(Kind.RESET, 100));
    }

    @Test
    void nothing_after_something_is_a_reset() {
        assertThat(changes(data(350), data(0))).containsExactly(change(Kind.RESET, 0));
    }

    @Test
    void more_in_a_period_that_starts_anew_is_a_reset_of_all_of_it() {
        assertThat(changes(data(100).withValidity(JANUARY), data(350).withValidity(FEBRUARY)))
                .containsExactly(change(Kind.RESET, 350));
    }

    @Test
    void as_much_in_a_period_that_starts_anew_is_a_reset_unless_it_is_nothing() {
        assertThat(changes(data(100).withValidity(JANUARY), data(100).withValidity(FEBRUARY)))
                .containsExactly(change(Kind.RESET, 100));
        assertThat(changes(data(0).withValidity(JANUARY), data(0).withValidity(FEBRUARY)))
                .isEmpty();
    }

    @Test
    void more_in_a_period_that_was_only_prolonged_was_used_since() {
        assertThat(changes(
                        data(100).withValidity(TimePeriod.until(end(JANUARY))),
                        data(350).withValidity(TimePeriod.until(end(FEBRUARY)))))
                .containsExactly(change(Kind.USED, 250));
        assertThat(changes(data(100), data(350).withValidity(FEBRUARY))).containsExactly(change(Kind.USED, 250));
    }

    @Test
    void a_used_amount_that_is_not_stated_is_what_is_gone_of_the_total() {
        assertThat(changes(remaining(900), remaining(700))).containsExactly(change(Kind.USED, 200));
        assertThat(changes(
                        remaining(900),
                        bucket(Allowance.limited(Quantity.bytes(1000)), Optional.empty(), Optional.of(400L))))
                .containsExactly(change(Kind.USED, 300));
    }

    @Test
    void a_total_that_was_topped_up_is_no_usage() {
        assertThat(changes(
                        bucket(Allowance.limited(Quantity.bytes(1000)), Optional.of(300L), Optional.empty()),
                        bucket(Allowance.limited(Quantity.bytes(2000)), Optional.of(1300L), Optional.empty())))
                .isEmpty();
    }

    @Test
    void what_is_not_known_on_one_side_is_no_change() {
        assertThat(changes(data(100), Bucket.unlimited(Service.DATA))).isEmpty();
        assertThat(changes(Bucket.unlimited(Service.DATA), data(100))).isEmpty();
        assertThat(changes(remaining(700), bucket(Allowance.unknown(), Optional.of(600L), Optional.empty())))
                .isEmpty();
    }

    @Test
    void an_unlimited_bucket_that_says_what_was_used_counts() {
        assertThat(changes(
                        Bucket.unlimited(Service.DATA).withUsed(Quantity.bytes(5)),
                        Bucket.unlimited(Service.DATA).withUsed(Quantity.bytes(9))))
                .containsExactly(change(Kind.USED, 4));
    }

    @Test
    void buckets_with_an_identifier_are_matched_by_it_wherever_they_are() {
        assertThat(UsageChanges.between(
                        Reports.of(List.of(data(10).withId("a"), data(20).withId("b")), List.of()),
                        Reports.of(List.of(data(25).withId("b"), data(11).withId("a")), List.of())))
                .containsExactly(
                        new UsageChange(Service.DATA, Optional.of("b"), Kind.USED, Quantity.bytes(5)),
                        new UsageChange(Service.DATA, Optional.of("a"), Kind.USED, Quantity.bytes(1)));
    }

    @Test
    void one_identifier_may_name_buckets_of_two_services() {
        assertThat(UsageChanges.between(
                        Reports.of(List.of(data(10).withId("a"), voice(60).withId("a")), List.of()),
                        Reports.of(List.of(data(12).withId("a"), voice(30).withId("a")), List.of())))
                .containsExactly(
                        new UsageChange(Service.DATA, Optional.of("a"), Kind.USED, Quantity.bytes(2)),
                        new UsageChange(Service.VOICE, Optional.of("a"), Kind.CORRECTION, Quantity.seconds(30)));
    }

    @Test
    void a_bucket_that_is_new_or_gone_is_no_change() {
        assertThat(changes(data(10).withId("a"), data(20).withId("b"))).isEmpty();
        assertThat(changes(data(10).withId("a"), data(20))).isEmpty();
        assertThat(UsageChanges.between(Reports.of(List.of(), List.of()), Reports.of(List.of(data(5)), List.of())))
                .isEmpty();
    }

    @Test
    void buckets_without_an_identifier_are_matched_by_their_place_among_their_service() {
        assertThat(UsageChanges.between(
                        Reports.of(List.of(data(10), data(20), voice(60)), List.of()),
                        Reports.of(List.of(voice(61), data(7).withId("a"), data(11), data(22)), List.of())))
                .containsExactly(
                        new UsageChange(Service.VOICE, Optional.empty(), Kind.USED, Quantity.seconds(1)),
                        change(Kind.USED, 1),
                        change(Kind.USED, 2));
    }

    @Test
    void nothing_is_guessed_when_there_are_more_or_fewer_of_them_than_before() {
        assertThat(UsageChanges.between(
                        Reports.of(List.of(data(10), data(20)), List.of()), Reports.of(List.of(data(21)), List.of())))
                .isEmpty();
    }

    @Test
    void counters_are_compared_like_buckets_but_never_with_them() {
        assertThat(UsageChanges.between(
                        Reports.of(List.of(), List.of(counter(10, JANUARY), counter(5, JANUARY))),
                        Reports.of(List.of(data(900)), List.of(counter(12, JANUARY), counter(4, JANUARY)))))
                .containsExactly(change(Kind.USED, 2), change(Kind.CORRECTION, 1));
        assertThat(UsageChanges.between(
                        Reports.of(List.of(), List.of(counter(10, JANUARY))),
                        Reports.of(List.of(), List.of(counter(3, FEBRUARY)))))
                .containsExactly(change(Kind.RESET, 3));
    }

    @Test
    void the_largest_amounts_do_not_overflow() {
        final Bucket most = Bucket.unlimited(Service.DATA).withUsed(Quantity.bytes(Long.MAX_VALUE));
        final Bucket none = Bucket.unlimited(Service.DATA).withUsed(Quantity.bytes(0));
        assertThat(changes(none, most)).containsExactly(change(Kind.USED, Long.MAX_VALUE));
        assertThat(changes(most, none)).containsExactly(change(Kind.RESET, 0));
    }

    @Test
    void whatever_the_amounts_what_was_before_and_the_change_give_what_is_now() {
        final Random random = new Random(42);
        for (int each = 0; each < 10_000; each++) {
            final long before = random.nextLong(20);
            final long after = random.nextLong(20);
            final List<UsageChange> changes = changes(data(before), data(after));
            long sum = before;
            for (final UsageChange change : changes) {
                final long amount = change.amount().amount();
                assertThat(amount).isNotNegative();
                sum = switch (change.kind()) {
                    case USED -> sum + amount;
                    case RESET -> amount;
                    case CORRECTION -> sum - amount;
                };
            }
            assertThat(sum).isEqualTo(after);
        }
    }

    private static List<UsageChange> changes(final Bucket before, final Bucket after) {
        return UsageChanges.between(Reports.of(List.of(before), List.of()), Reports.of(List.of(after), List.of()));
    }

    private static UsageChange change(final Kind kind, final long bytes) {
        return new UsageChange(Service.DATA, Optional.empty(), kind, Quantity.bytes(bytes));
    }

    private static Bucket remaining(final long bytes) {
        return bucket(Allowance.limited(Quantity.bytes(1000)), Optional.of(bytes), Optional.empty());
    }

    private static Bucket bucket(final Allowance allowance, final Optional<Long> remaining, final Optional<Long> used) {
        return new Bucket(
                Optional.empty(),
                Service.DATA,
                allowance,
                remaining.map(Quantity::bytes),
                used.map(Quantity::bytes),
                BucketStatus.ACTIVE,
                Optional.empty());
    }

    private static Bucket voice(final long used) {
        return Bucket.limited(Service.VOICE, Quantity.seconds(6000), Quantity.seconds(6000 - used));
    }

    private static UsageCounter counter(final long bytes, final TimePeriod period) {
        return new UsageCounter(Service.DATA, Quantity.bytes(bytes), Optional.of(period));
    }

    private static TimePeriod month(final String start, final String end) {
        return TimePeriod.between(Instant.parse(start + "T00:00:00Z"), Instant.parse(end + "T00:00:00Z"));
    }

    private static Instant end(final TimePeriod period) {
        return period.end().orElseThrow();
    }
}
