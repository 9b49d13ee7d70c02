package dev.anycarrier.onomondo;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a window apart into the periods that Onomondo's {@code time} filter can name, since it knows no range: the days
 * that the window touches, in as few whole years, months and days as can be. What lies before or after the window on
 * its first and last day is cut off by the time of the records.
 */
final class CarrierPeriods {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private CarrierPeriods() {}

    /**
     * The periods of a window, in order of time; none overlaps another.
     *
     * @param from the first instant of the window
     * @param to the first instant after it
     * @throws UsageException {@code REJECTED_INPUT} if the window leaves the years 1 to 9999, which the filter writes
     *     in four digits
     */
    static List<CarrierPeriod> covering(final Instant from, final Instant to) {
        if (from.isBefore(FIRST) || to.isAfter(LAST)) {
            throw UsageException.of(Kind.REJECTED_INPUT, "the window of records leaves the years 1 to 9999")
                    .build();
        }
        final LocalDate lastDay = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        final List<CarrierPeriod> periods = new ArrayList<>();
        while (!day.isAfter(lastDay)) {
            final CarrierPeriod period = longest(day, lastDay);
            periods.add(period);
            day = period.nextDay();
        }
        return List.copyOf(periods);
    }

    private static CarrierPeriod longest(final LocalDate firstDay, final LocalDate lastDay) {
        return Stream.of(CarrierPeriod.yearOf(firstDay), CarrierPeriod.monthOf(firstDay))
                .filter(period -> period.firstDay().equals(firstDay))
                .filter(period -> !period.nextDay().minusDays(1).isAfter(lastDay))
                .findFirst()
                .orElseGet(() -> CarrierPeriod.dayOf(firstDay));
    }
}
