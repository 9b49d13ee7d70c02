package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a report may say after a value was made unreadable: what it said before, or less. Buckets may be missing and parts
 * of them too, a state may have become unknown; nothing may be another number, another time or another state.
 */
final class Honesty {

    /** A carrier that says when its values were true says a later time with each answer. */
    private static final Duration BETWEEN_TWO_QUESTIONS = Duration.ofMinutes(1);

    private Honesty() {}

    /** What the report says that was not said before. */
    static Optional<String> added(final UsageReport before, final UsageReport after) {
        return addedAmount(before, after)
                .or(() -> state(before, after) ? Optional.empty() : Optional.of("the SIM is now " + after.status()))
                .or(() -> observed(before.observedAt(), after.observedAt())
                        ? Optional.empty()
                        : Optional.of("it is said to have been true at "
                                + after.observedAt().map(Instant::toString).orElse("?")))
                .map(found -> found + "\nbefore, it was " + Shown.answer(before));
    }

    /** As {@link #added}, but states do not matter. */
    static Optional<String> addedAmount(final UsageReport before, final UsageReport after) {
        return added(before, after, Honesty::less)
                .or(() -> before.counters().containsAll(after.counters())
                        ? Optional.empty()
                        : Optional.of("counted is " + after.counters() + ", not " + before.counters()));
    }

    /** As {@link #addedAmount}, where there was a limit and still is: without one, a carrier's numbers mean nothing. */
    static Optional<String> addedLimit(final UsageReport before, final UsageReport after) {
        final Predicate<Bucket> unlimited = bucket -> bucket.allowance() instanceof Allowance.Unlimited;
        return after.buckets().stream()
                .filter(unlimited.negate())
                .filter(bucket -> before.buckets(bucket.service()).stream().noneMatch(unlimited))
                .filter(bucket -> before.buckets().stream().noneMatch(known -> less(known, bucket)))
                .findFirst()
                .map(bucket -> "reported is " + Shown.bucket(bucket) + "\nbefore, it was " + Shown.answer(before));
    }

    private static Optional<String> added(
            final UsageReport before, final UsageReport after, final BiPredicate<Bucket, Bucket> less) {
        int next = 0;
        for (final Bucket bucket : after.buckets()) {
            while (next < before.buckets().size() && !less.test(before.buckets().get(next), bucket)) {
                next++;
            }
            if (next == before.buckets().size()) {
                return Optional.of("reported is " + Shown.bucket(bucket));
            }
            next++;
        }
        return Optional.empty();
    }

    private static boolean less(final Bucket before, final Bucket after) {
        return before.service() == after.service()
                && (after.allowance() instanceof Allowance.Unknown
                        || after.allowance().equals(before.allowance()))
                && same(before.remaining(), after.remaining())
                && same(before.used(), after.used())
                && after.validity()
                        .map(period -> less(before.validity(), period))
                        .orElse(true);
    }

    private static boolean less(final Optional<TimePeriod> before, final TimePeriod after) {
        return same(before.flatMap(TimePeriod::start), after.start())
                && same(before.flatMap(TimePeriod::end), after.end());
    }

    private static <T> boolean same(final Optional<T> before, final Optional<T> after) {
        return after.isEmpty() || after.equals(before);
    }

    private static boolean observed(final Optional<Instant> before, final Optional<Instant> after) {
        return after.isEmpty()
                || before.map(time -> Duration.between(time, after.get()).abs().compareTo(BETWEEN_TWO_QUESTIONS) <= 0)
                        .orElse(false);
    }

    /** A state may be made out of amounts and times, so that without them it is another. */
    private static boolean state(final UsageReport before, final UsageReport after) {
        final boolean sameAmounts = before.buckets().size() == after.buckets().size()
                && added(after, before, Honesty::less).isEmpty();
        return !sameAmounts
                || ((after.status() == before.status() || after.status() == SimStatus.UNKNOWN)
                        && added(before, after, Honesty::sameState).isEmpty());
    }

    private static boolean sameState(final Bucket before, final Bucket after) {
        return less(before, after) && (after.status() == before.status() || after.status() == BucketStatus.UNKNOWN);
    }
}
