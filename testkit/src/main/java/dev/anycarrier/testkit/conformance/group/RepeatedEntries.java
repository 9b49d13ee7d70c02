package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of which one entry comes twice, the same or with another amount. */
final class RepeatedEntries {

    private static final int MOST = 20;

    private RepeatedEntries() {}

    static void areNotCountedTwice(final Trial trial) {
        final List<Spot<UsageReport>> entries = DifferentSims.of(trial)
                .spots(MOST, place -> place.isElement() && place.token() == JsonToken.START_OBJECT);
        if (entries.isEmpty()) {
            throw NotTried.notApplicable("the carrier answers without any list");
        }
        for (final Spot<UsageReport> entry : entries) {
            final String once = entry.place().json();
            final UsageReport before = entry.known().answer();
            final Retold<UsageReport> twice = entry.as(once + "," + once).mustFailAsUnreadable();
            twice.answer()
                    .ifPresent(after -> unless(
                            after.counters().equals(before.counters()) && sameButForNameless(before, after),
                            twice.how() + " listed twice, reported is " + Shown.answer(after) + ", counted is "
                                    + after.counters() + "\nbefore, it was " + Shown.answer(before) + ", "
                                    + before.counters()));
            counted(entry).ifPresent(more -> {
                mustBeTold(twice);
                mustBeOneOfBoth(entry, more);
            });
        }
    }

    /** Two allowances of the same size without an identifier may well be two. */
    private static boolean sameButForNameless(final UsageReport before, final UsageReport after) {
        final Predicate<Bucket> named = bucket -> bucket.id().isPresent();
        return before.buckets().stream()
                        .filter(named)
                        .toList()
                        .equals(after.buckets().stream().filter(named).toList())
                && after.buckets().stream().distinct().count()
                        == before.buckets().stream().distinct().count();
    }

    /**
     * An entry with one more of a number in it, by which a counter grows.
     *
     * @param json the entry
     * @param counters what is counted then
     */
    private record More(String json, List<UsageCounter> counters) {}

    private static Optional<More> counted(final Spot<UsageReport> entry) {
        final UsageReport before = entry.known().answer();
        if (before.counters().isEmpty()) {
            return Optional.empty();
        }
        return entry.known().everySpot().stream()
                .filter(spot -> spot.request() == entry.request())
                .filter(spot -> spot.place().path().startsWith(entry.place().path() + "."))
                .filter(spot -> AmountLever.mayBe(spot.place()))
                .flatMap(spot -> more(entry, spot).stream())
                .findFirst();
    }

    private static Optional<More> more(final Spot<UsageReport> entry, final Spot<UsageReport> inside) {
        final BigDecimal number = inside.place().number().orElseThrow().add(BigDecimal.ONE);
        return inside.as(number)
                .answer()
                .map(UsageReport::counters)
                .filter(counters -> !counters.equals(entry.known().answer().counters()))
                .map(counters -> new More(within(entry.place(), inside.place(), number), counters));
    }

    private static String within(final JsonPlace entry, final JsonPlace inside, final BigDecimal number) {
        final int start = inside.start() - entry.start();
        return entry.json().substring(0, start)
                + inside.written(number)
                + entry.json().substring(start + inside.json().length());
    }

    private static void mustBeOneOfBoth(final Spot<UsageReport> entry, final More more) {
        final Retold<UsageReport> contradicting =
                entry.as(entry.place().json() + "," + more.json).mustFailAsUnreadable();
        contradicting
                .answer()
                .ifPresent(after -> unless(
                        after.counters().equals(entry.known().answer().counters())
                                || after.counters().equals(more.counters),
                        contradicting.how() + " listed twice with different amounts, counted is " + after.counters()));
        mustBeTold(contradicting);
    }

    private static void mustBeTold(final Retold<UsageReport> twice) {
        twice.answer()
                .ifPresent(after -> unless(
                        after.warnings().stream().anyMatch(warning -> warning.kind() == UsageWarning.Kind.INCONSISTENT),
                        twice.how() + " listed twice, there is no warning of it but " + after.warnings()));
    }
}
