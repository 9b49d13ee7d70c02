package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Windows over the carrier's records that have what a rule needs, and no more, since rules ask often. */
final class RecordWindows {

    private static final int SEVERAL = 3;

    private RecordWindows() {}

    /** The records of a window and the page requests that it takes. */
    record Walk(UsageRecordQuery query, List<UsageRecord> records, int requests) {}

    /** The shortest of some windows that takes several requests. */
    static Walk severalPages(final Trial trial) {
        final List<UsageRecord> all = trial.carrier().records();
        final Instant end = all.get(all.size() - 1).time().plusSeconds(1);
        final Instant start = all.get(0).time();
        return Stream.of(2, 8, 20, 40)
                .map(days -> end.minus(Duration.ofDays(days)))
                .filter(from -> from.isAfter(start))
                .map(from -> walk(trial, UsageRecordQuery.between(from, end)))
                .filter(walk -> walk.requests >= SEVERAL)
                .findFirst()
                .or(() -> Stream.of(walk(trial, UsageRecordQuery.between(start, end)))
                        .filter(walk -> walk.requests >= SEVERAL)
                        .findFirst())
                .orElseThrow(() -> NotTried.notApplicable("all records of the carrier fit on two pages"));
    }

    private static Walk walk(final Trial trial, final UsageRecordQuery query) {
        trial.account();
        final int before = trial.overlay().exchanges().size();
        final List<UsageRecord> records =
                Asking.mustSucceed("the records", () -> trial.respondent().records(query));
        return new Walk(query, records, trial.overlay().exchanges().size() - before);
    }

    /** A day of the SIM that has the most records, on which it has some. */
    static UsageRecordQuery dayOfOneSim(final Trial trial) {
        final Map<SimId, List<UsageRecord>> bySim =
                trial.carrier().records().stream().collect(Collectors.groupingBy(UsageRecord::sim));
        final List<UsageRecord> most = bySim.values().stream()
                .max(Comparator.<List<UsageRecord>>comparingInt(List::size)
                        .thenComparing(records -> records.get(0).sim().value()))
                .orElse(List.of());
        final Instant day = most.stream()
                .collect(Collectors.groupingBy(
                        record -> record.time().truncatedTo(ChronoUnit.DAYS), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Instant, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElseThrow();
        return UsageRecordQuery.between(day, day.plus(Duration.ofDays(1)))
                .of(most.get(0).sim());
    }

    /** The records of that day and what the carrier answered. */
    static KnownAnswer<List<UsageRecord>> knownDay(final Trial trial) {
        final UsageRecordQuery query = dayOfOneSim(trial);
        return KnownAnswer.of(
                trial,
                "the records of " + query.sim().orElseThrow() + " of a day",
                () -> trial.respondent().records(query));
    }

    /**
     * The records of a day of all SIMs and what the carrier answered, of which those next to each other at its beginning and at
     * its end are of different SIMs; of such days the one on which they differ most. Whole days, since carriers may be
     * asked for nothing shorter.
     */
    static Optional<KnownAnswer<List<UsageRecord>>> knownDayOfDifferentSims(final Trial trial) {
        final Map<Instant, List<UsageRecord>> days = trial.carrier().records().stream()
                .collect(Collectors.groupingBy(record -> record.time().truncatedTo(ChronoUnit.DAYS)));
        return days.entrySet().stream()
                .filter(day -> beginsAndEndsWithDifferentSims(day.getValue()))
                .max(Comparator.<Map.Entry<Instant, List<UsageRecord>>>comparingInt(day -> differences(day.getValue()))
                        .thenComparingInt(day -> -day.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .map(day -> KnownAnswer.of(
                        trial,
                        "the records of a day",
                        () -> trial.respondent().records(UsageRecordQuery.between(day, day.plus(Duration.ofDays(1))))));
    }

    private static boolean beginsAndEndsWithDifferentSims(final List<UsageRecord> day) {
        final int last = day.size() - 1;
        return last > 0
                && !day.get(0).sim().equals(day.get(1).sim())
                && !day.get(last).sim().equals(day.get(last - 1).sim());
    }

    private static int differences(final List<UsageRecord> day) {
        final int last = day.size() - 1;
        return differences(day.get(0), day.get(1)) + differences(day.get(last - 1), day.get(last));
    }

    private static int differences(final UsageRecord one, final UsageRecord other) {
        return (int) Stream.<Function<UsageRecord, Optional<?>>>of(
                        UsageRecord::iccid,
                        UsageRecord::session,
                        record -> record.network().flatMap(Network::country),
                        record -> record.network().flatMap(Network::radioAccessTechnology),
                        record -> record.network().flatMap(Network::mobileCountryCode),
                        record -> record.network().flatMap(Network::mobileNetworkCode))
                .filter(part -> !part.apply(one).equals(part.apply(other)))
                .count();
    }

    static Map<String, UsageRecord> byId(final List<UsageRecord> records) {
        return records.stream().collect(Collectors.toMap(UsageRecord::id, Function.identity(), (one, same) -> one));
    }
}
