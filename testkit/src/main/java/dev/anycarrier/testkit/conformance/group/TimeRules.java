package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Times in the carrier's answers: what is none is not made one, and none is made up. */
public final class TimeRules {

    private static final int SPOTS = 12;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofMinutes(5);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 20, "What is no time is INVALID_DATA or absent, and not taken for another time.")
                    .because("A validity that ends on a day that does not exist ends on a day somebody made up.")
                    .lookAt("Lenient formatters, seconds taken for milliseconds, and the epoch as a default.")
                    .shownBy(TimeRules::noTime),
            must(Group.NUMBERS, 21, "A period that ends before it begins is INVALID_DATA or absent.")
                    .because("Turned round or cut it looks good, and is wrong on both sides.")
                    .lookAt("Exceptions of TimePeriod that nobody catches, and ends that are swapped.")
                    .only(Route.PROVIDER)
                    .shownBy(TimeRules::backwards),
            must(Group.NUMBERS, 22, "A time is read with the offset that stands behind it.")
                    .because("An hour at the end of a month is another month on the bill.")
                    .lookAt("LocalDateTime, and patterns in which the offset is a fixed text.")
                    .only(Route.PROVIDER)
                    .shownBy(TimeRules::offsets),
            must(Group.NUMBERS, 23, "When the values were true is said by the carrier, or is left open.")
                    .because("A time that the provider makes up lets stale values pass as fresh.")
                    .lookAt("observedAt made of the clock: that is fetchedAt.")
                    .shownBy(TimeRules::observedAt),
            must(Group.NUMBERS, 24, "How old values may be is what the descriptor says, in every report.")
                    .because("Whoever plans the next question reads the one, whoever shows the values the other.")
                    .lookAt("UsageReport.carrierCacheTime() and ProviderDescriptor.carrierCacheTime().")
                    .shownBy(TimeRules::cacheTime));

    private TimeRules() {}

    private static List<Spot<UsageReport>> times(final DifferentSims sims) {
        final List<Spot<UsageReport>> times =
                sims.spots(SPOTS, place -> WrittenTime.of(place).isPresent());
        if (times.isEmpty()) {
            throw NotTried.notApplicable("the carrier answers without any time");
        }
        return times;
    }

    private static WrittenTime time(final Spot<UsageReport> spot) {
        return WrittenTime.of(spot.place()).orElseThrow();
    }

    private static void noTime(final Trial trial) {
        for (final Spot<UsageReport> spot : times(DifferentSims.of(trial))) {
            final WrittenTime time = time(spot);
            final Stream<String> nonsense = time.unit().isEmpty()
                    ? Stream.of(
                            time.onDay("02-30"),
                            time.onDay("13-01"),
                            spot.place().written("soon"),
                            "\"\"",
                            "0")
                    : Stream.of(spot.place().json().replaceFirst("[0-9]+", "$0000"), "\"soon\"");
            nonsense.forEach(text -> spot.as(text)
                    .mustFailAsUnreadable()
                    .mustAnswerWithout(after -> Honesty.added(spot.known().answer(), after)));
        }
    }

    private static void backwards(final Trial trial) {
        int tried = 0;
        for (final Spot<UsageReport> spot : times(DifferentSims.of(trial))) {
            final WrittenTime time = time(spot);
            for (final long day : List.of(1L, -1L)) {
                final Optional<Long> days = moved(spot, time.later(day))
                        .flatMap(moved -> daysToTurnRound(
                                spot.known().answer(),
                                moved.keySet().stream().findFirst().orElse("")))
                        .filter(turning -> Long.signum(turning) != Long.signum(day) || Math.abs(turning) > 1);
                if (days.isPresent()) {
                    tried++;
                    spot.as(time.later(days.get()))
                            .mustFailAsUnreadable()
                            .mustAnswerWithout(
                                    after -> Honesty.added(spot.known().answer(), after));
                    break;
                }
            }
        }
        if (tried == 0) {
            throw NotTried.notApplicable("the carrier names no period of which both ends are known");
        }
    }

    private static Optional<Map<String, Duration>> moved(final Spot<UsageReport> spot, final String json) {
        return spot.as(json).answer().flatMap(after -> Times.moved(spot.known().answer(), after));
    }

    /** By how many days the start or the end of a period has to move to be beyond the other one. */
    private static Optional<Long> daysToTurnRound(final UsageReport report, final String end) {
        final Map<String, Instant> times = Times.of(report);
        final boolean isStart = end.endsWith("start");
        final String other = isStart ? end.replace("start", "end") : end.replaceFirst("end$", "start");
        if (other.equals(end) || !times.containsKey(end) || !times.containsKey(other)) {
            return Optional.empty();
        }
        final long length = Duration.between(
                        times.getOrDefault(isStart ? end : other, Instant.EPOCH),
                        times.getOrDefault(isStart ? other : end, Instant.EPOCH))
                .toDays();
        return Optional.of(isStart ? length + 2 : -length - 2);
    }

    private static void offsets(final Trial trial) {
        int tried = 0;
        for (final Spot<UsageReport> spot : times(DifferentSims.of(trial))) {
            final String offset = time(spot).offset();
            if (offset.isEmpty()
                    || moved(spot, time(spot).later(-1)).filter(Map::isEmpty).isPresent()) {
                continue;
            }
            tried++;
            final String text = spot.place().text();
            final String east = offset.contains(":") || offset.equals("Z") ? "+01:00" : "+0100";
            final Retold<UsageReport> retold =
                    spot.as(spot.place().written(text.substring(0, text.length() - offset.length()) + east));
            retold.mustFailAsUnreadable();
            retold.answer().ifPresent(after -> {
                final Duration expected = HOUR.negated();
                final Map<String, Duration> moved =
                        Times.moved(spot.known().answer(), after).orElse(Map.of("", expected));
                unless(
                        !moved.isEmpty() && moved.values().stream().allMatch(by -> Times.same(by, expected)),
                        retold.how() + ", instead of an hour earlier it is later by " + moved);
            });
        }
        if (tried == 0) {
            throw NotTried.notApplicable("the carrier writes no offset behind a time that is read");
        }
    }

    private static void observedAt(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final KnownAnswer<UsageReport> known = KnownAnswer.usage(trial, truth.sim());
            known.answer().observedAt().ifPresent(observed -> {
                final Instant fetched = known.answer().fetchedAt();
                unless(
                        !observed.isAfter(fetched.plus(SKEW)),
                        known.asked() + " was fetched at " + fetched + " and true at " + observed);
                unless(
                        said(known).stream().anyMatch(time -> mayBe(time, observed)),
                        known.asked() + " is said to have been true at " + observed
                                + ", which is in none of the carrier's answers");
            });
        }
    }

    private static List<Instant> said(final KnownAnswer<UsageReport> known) {
        final List<Instant> said = new ArrayList<>();
        known.everySpot().forEach(spot -> WrittenTime.of(spot.place()).ifPresent(time -> said.add(time.time())));
        for (final HttpResponse answer : known.given()) {
            answer.headers().first("Date").flatMap(TimeRules::date).ifPresent(said::add);
        }
        return said;
    }

    private static Optional<Instant> date(final String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (final DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A time without an offset may be one of any zone. */
    private static boolean mayBe(final Instant said, final Instant observed) {
        final Duration apart = Duration.between(said, observed).abs();
        return apart.compareTo(Duration.ofHours(14)) <= 0 && apart.toNanos() % QUARTER.toNanos() == 0;
    }

    private static void cacheTime(final Trial trial) {
        final Optional<Duration> expected = trial.respondent().descriptor().carrierCacheTime();
        for (final SimTruth truth : trial.sims()) {
            final Optional<Duration> said = trial.report(truth.sim()).carrierCacheTime();
            unless(
                    said.equals(expected),
                    "the report about " + truth.sim() + " says " + said + ", the descriptor " + expected);
        }
    }
}
