package dev.anycarrier.cli.output;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times and ages as people read them; times are UTC. */
public final class TimeText {

    private static final long LARGEST_COUNT_OF_HOURS = 48;

    private TimeText() {}

    /** An instant to the second, such as {@code 2026-01-31T12:00:00Z}. */
    public static String of(final Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The day of an instant, such as {@code 2026-01-31}. */
    public static String day(final Instant instant) {
        return instant.toString().substring(0, instant.toString().indexOf('T'));
    }

    /** A period; empty if neither end is known. */
    public static String of(final TimePeriod period) {
        final Optional<String> start = period.start().map(TimeText::of);
        final Optional<String> end = period.end().map(TimeText::of);
        if (start.isPresent() && end.isPresent()) {
            return start.get() + " to " + end.get();
        }
        return start.map(since -> "since " + since)
                .or(() -> end.map(until -> "until " + until))
                .orElse("");
    }

    /**
     * How old a value is: since the carrier observed it, or, behind {@code ≤}, at most, since the carrier admits to a
     * cache; unknown if it says neither.
     */
    public static String age(final UsageResult result) {
        final UsageReport report = result.report();
        return report.observedAt()
                .map(observed -> of(result.age()))
                .or(() -> report.carrierCacheTime()
                        .map(cached -> "≤ " + of(result.age().plus(cached))))
                .orElse(AmountText.UNKNOWN);
    }

    /** A time span in its largest whole unit: seconds, minutes, hours up to two days, days. */
    public static String of(final Duration span) {
        if (span.toSeconds() < 60) {
            return Math.max(0, span.toSeconds()) + " s";
        }
        if (span.toMinutes() < 60) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < LARGEST_COUNT_OF_HOURS ? span.toHours() + " h" : span.toDays() + " d";
    }
}
