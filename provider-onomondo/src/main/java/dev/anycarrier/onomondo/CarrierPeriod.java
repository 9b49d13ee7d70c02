package dev.anycarrier.onomondo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What Onomondo's {@code time} filter can name: a calendar year, a month or a day. In UTC, since the times of records
 * have no zone (a guess).
 *
 * @param name as the filter writes it: {@code 2024}, {@code 2024-01} or {@code 2024-01-30}
 * @param firstDay its first day
 * @param nextDay the day after its last
 */
record CarrierPeriod(String name, LocalDate firstDay, LocalDate nextDay) {

    static CarrierPeriod yearOf(final LocalDate day) {
        final LocalDate first = day.withDayOfYear(1);
        return new CarrierPeriod(String.format(Locale.ROOT, "%04d", day.getYear()), first, first.plusYears(1));
    }

    static CarrierPeriod monthOf(final LocalDate day) {
        final LocalDate first = day.withDayOfMonth(1);
        return new CarrierPeriod(YearMonth.from(day).toString(), first, first.plusMonths(1));
    }

    static CarrierPeriod dayOf(final LocalDate day) {
        return new CarrierPeriod(day.toString(), day, day.plusDays(1));
    }

    Instant start() {
        return firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return nextDay.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
