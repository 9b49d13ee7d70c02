package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.TimePeriod;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws periods of validity around the start of a month: those that are over end before it, the others in a later month.
 * Half of the ends stand where clocks and calendars turn, as long as there are such. No end comes twice while there are
 * others.
 */
final class ValidityDraw {

    private static final int TRIES = 100;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Draw draw;
    private final Validity validity;
    private final Instant month;
    private final Deque<Instant> turnsBefore;
    private final Deque<Instant> turnsAfter;
    private final Set<Instant> taken = new HashSet<>();

    ValidityDraw(final Draw draw, final Validity validity, final Instant month) {
        this.draw = draw;
        this.validity = validity;
        this.month = month;
        final List<Instant> turns = turns(month.atOffset(ZoneOffset.UTC).getYear());
        final Instant next = month.plusSeconds(32 * DAY);
        this.turnsBefore = shuffled(turns.stream().filter(month::isAfter));
        this.turnsAfter = shuffled(turns.stream().filter(next::isBefore));
    }

    /** The validity of a SIM that is in use; empty if the carrier tells none. */
    Optional<TimePeriod> current() {
        return period(turnsAfter, 32, 400);
    }

    /** The validity of a SIM whose validity is over; empty if the carrier tells none. */
    Optional<TimePeriod> past() {
        return period(turnsBefore, -300, -2);
    }

    private Optional<TimePeriod> period(final Deque<Instant> turns, final int firstDay, final int lastDay) {
        return switch (validity.told()) {
            case NOTHING -> Optional.empty();
            case END -> Optional.of(TimePeriod.until(end(turns, firstDay, lastDay)));
            case BOTH -> {
                final Instant end = end(turns, firstDay, lastDay);
                final Instant latest = end.isBefore(month) ? end : month;
                yield Optional.of(TimePeriod.between(precise(latest.minusSeconds(draw.between(DAY, 30 * DAY))), end));
            }
        };
    }

    private Instant end(final Deque<Instant> turns, final int firstDay, final int lastDay) {
        Instant end = precise(turns.isEmpty() || draw.oneIn(2) ? any(firstDay, lastDay) : turns.pop());
        for (int tries = 1; tries < TRIES && taken.contains(end); tries++) {
            end = precise(any(firstDay, lastDay));
        }
        taken.add(end);
        return end;
    }

    private Instant any(final int firstDay, final int lastDay) {
        return month.plusSeconds(draw.between(firstDay * DAY, lastDay * DAY));
    }

    private Instant precise(final Instant time) {
        final long step = validity.precision().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step) * step);
    }

    private Deque<Instant> shuffled(final Stream<Instant> turns) {
        return new ArrayDeque<>(draw.shuffled(turns.toList()));
    }

    /** The turns of three years: of the year, of February, and of the clocks in Europe and in North America. */
    private static List<Instant> turns(final int year) {
        final List<Instant> turns = new ArrayList<>();
        for (int of = year - 1; of <= year + 1; of++) {
            turns.add(at(LocalDate.of(of, 1, 1), 0, 0));
            turns.add(at(LocalDate.of(of, 12, 31), 23, 59).plusSeconds(59));
            turns.add(at(LocalDate.of(of, 3, 1), 0, 0).minusSeconds(1));
            turns.add(at(lastSunday(of, Month.MARCH), 1, 0));
            // A time of day that there is not in central Europe: whoever reads it as local time moves it by an hour.
            turns.add(at(lastSunday(of, Month.MARCH), 2, 30));
            turns.add(at(lastSunday(of, Month.OCTOBER), 1, 0));
            turns.add(at(lastSunday(of, Month.OCTOBER), 2, 30));
            turns.add(at(secondSundayOfMarch(of), 2, 30));
        }
        return turns;
    }

    private static LocalDate lastSunday(final int year, final Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }

    private static LocalDate secondSundayOfMarch(final int year) {
        return LocalDate.of(year, Month.MARCH, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
    }

    private static Instant at(final LocalDate day, final int hour, final int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }
}
