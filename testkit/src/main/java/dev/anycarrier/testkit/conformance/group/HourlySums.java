package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the carrier's records add up to hour by hour, to hold the hours that are reported against it. */
final class HourlySums {

    private HourlySums() {}

    /** The records of the carrier that hours are made of. */
    static List<UsageRecord> records(final Trial trial) {
        final List<UsageRecord> records = trial.carrier().records().stream()
                .filter(record -> record.service() == Service.DATA)
                .toList();
        if (records.isEmpty()) {
            throw NotTried.notApplicable("the carrier has no records of data to hold its hours against");
        }
        return records;
    }

    /** All months in which something was used: carriers that know days only are asked for them in few requests. */
    static UsageRecordQuery wholeWindow(final Trial trial) {
        return months(records(trial));
    }

    /** All months of records that are in the order of time. */
    static UsageRecordQuery months(final List<UsageRecord> records) {
        final YearMonth first = month(records.get(0));
        final YearMonth last = month(records.get(records.size() - 1));
        return UsageRecordQuery.between(start(first), start(last.plusMonths(1)));
    }

    private static YearMonth month(final UsageRecord record) {
        return YearMonth.from(record.time().atOffset(ZoneOffset.UTC));
    }

    private static Instant start(final YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The day of the first record, for one SIM: a window that is answered shortly. */
    static UsageRecordQuery dayOfOneSim(final Trial trial) {
        final UsageRecord first = records(trial).get(0);
        final Instant midnight = first.time().truncatedTo(ChronoUnit.DAYS);
        return UsageRecordQuery.between(midnight, midnight.plus(Duration.ofDays(1)))
                .of(first.sim());
    }

    static Instant hour(final UsageRecord record) {
        return record.time().truncatedTo(ChronoUnit.HOURS);
    }

    static boolean isIn(final UsageRecord record, final String country) {
        return record.network().flatMap(Network::country).equals(Optional.of(country));
    }

    static Map<Instant, Long> expected(final Trial trial, final Predicate<UsageRecord> wanted) {
        return records(trial).stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        HourlySums::hour,
                        TreeMap::new,
                        Collectors.summingLong(record -> record.quantity().amount())));
    }

    static List<HourlyUsage> asked(final Trial trial, final UsageRecordQuery query) {
        return Asking.mustSucceed("the usage by hour", () -> trial.respondent().usageByHour(query));
    }

    /** Asks for a window of whole hours, every one of which must be recognised. */
    static void compare(final Trial trial, final UsageRecordQuery query, final Predicate<UsageRecord> wanted) {
        mustBe(
                expected(trial, record -> query.contains(record.time()) && wanted.test(record)),
                query,
                asked(trial, query));
    }

    static void mustBe(
            final Map<Instant, Long> expected, final UsageRecordQuery query, final List<HourlyUsage> groups) {
        final Map<Instant, Long> actual = new TreeMap<>();
        for (final HourlyUsage group : groups) {
            unless(
                    group.hour().isPresent() && group.data().isPresent(),
                    "of a group " + recognised(group) + ", although the carrier tells its hour and its bytes");
            final Instant hour = group.hour().get();
            unless(
                    hour.equals(hour.truncatedTo(ChronoUnit.HOURS)),
                    "a group is said to begin at " + hour + ", which is no full hour");
            unless(
                    query.contains(hour),
                    "the hour " + hour + " is not in the window from " + query.from() + " to " + query.to());
            actual.merge(hour, group.data().get().amount(), Long::sum);
        }
        final List<String> differences = differences(expected, actual);
        unless(differences.isEmpty(), Shown.first(differences));
    }

    private static String recognised(final HourlyUsage group) {
        return group.hour().map(hour -> "the hour " + hour).orElse("no hour") + " and "
                + group.data().map(data -> data.amount() + " bytes").orElse("no amount") + " was recognised";
    }

    /** An hour in which nothing was used may be told or not. */
    private static List<String> differences(final Map<Instant, Long> expected, final Map<Instant, Long> actual) {
        final Set<Instant> hours = new TreeSet<>(expected.keySet());
        hours.addAll(actual.keySet());
        final List<String> differences = new ArrayList<>();
        for (final Instant hour : hours) {
            final long sum = expected.getOrDefault(hour, 0L);
            final long reported = actual.getOrDefault(hour, 0L);
            if (sum != reported) {
                differences.add("the records from " + hour + " on are " + sum + " bytes in the hour, reported are "
                        + (actual.containsKey(hour) ? Long.toString(reported) : "none"));
            }
        }
        return differences;
    }
}
