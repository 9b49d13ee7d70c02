package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.TimePeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The month in which the carrier was started, and the moment: what Onomondo counts and limits by.
 *
 * @param month the month, in UTC
 * @param now the moment; nothing was used after it
 */
record OnomondoMonth(YearMonth month, Instant now) {

    private static final DateTimeFormatter WITHOUT_DASH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    static OnomondoMonth of(final Instant now) {
        return new OnomondoMonth(YearMonth.from(now.atOffset(ZoneOffset.UTC)), now);
    }

    /** The start of the month before: the oldest time of any record. */
    Instant historyStart() {
        return start(month.minusMonths(1));
    }

    Instant start() {
        return start(month);
    }

    Instant end() {
        return start(month.plusMonths(1));
    }

    TimePeriod period() {
        return TimePeriod.between(start(), end());
    }

    /** The month as {@code 202401}. */
    String written() {
        return WITHOUT_DASH.format(month);
    }

    private static Instant start(final YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
