package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every time of a report by a name of its own, and by how much two reports differ in them. */
final class Times {

    /** A carrier that says when its values were true says a later time with each answer. */
    private static final Duration BETWEEN_TWO_QUESTIONS = Duration.ofSeconds(20);

    private Times() {}

    static Map<String, Instant> of(final UsageReport report) {
        final Map<String, Instant> times = new LinkedHashMap<>();
        report.observedAt().ifPresent(time -> times.put("observedAt", time));
        for (int index = 0; index < report.buckets().size(); index++) {
            final Bucket bucket = report.buckets().get(index);
            final String name = "validity of bucket " + (index + 1);
            bucket.validity().flatMap(TimePeriod::start).ifPresent(start -> times.put(name + ", start", start));
            bucket.validity().flatMap(TimePeriod::end).ifPresent(end -> times.put(name + ", end", end));
        }
        return times;
    }

    /** By how much later each time is that differs; empty if the reports do not have the same times. */
    static Optional<Map<String, Duration>> moved(final UsageReport before, final UsageReport after) {
        final Map<String, Instant> first = of(before);
        final Map<String, Instant> second = of(after);
        if (!first.keySet().equals(second.keySet())) {
            return Optional.empty();
        }
        final Map<String, Duration> moved = new LinkedHashMap<>();
        first.forEach((name, time) -> {
            final Duration by = Duration.between(time, second.getOrDefault(name, time));
            if (by.abs().compareTo(BETWEEN_TWO_QUESTIONS) > 0) {
                moved.put(name, by);
            }
        });
        return Optional.of(moved);
    }

    /** Whether it is as long as the other, but for the time between two questions. */
    static boolean same(final Duration first, final Duration second) {
        return first.minus(second).abs().compareTo(BETWEEN_TWO_QUESTIONS) <= 0;
    }
}
