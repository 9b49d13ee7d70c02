package dev.anycarrier.cli.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the page writes them: all of them UTC. */
final class Days {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Days() {}

    /** A day for an axis, such as {@code 7 Nov}. */
    static String tick(final LocalDate day) {
        return SHORT.format(day);
    }

    /** A time of the day for an axis; the day at midnight. */
    static String hourTick(final Instant time) {
        final ZonedDateTime at = time.atZone(ZoneOffset.UTC);
        return at.getHour() == 0 ? SHORT.format(at) : CLOCK.format(at);
    }

    static int hour(final Instant time) {
        return time.atZone(ZoneOffset.UTC).getHour();
    }

    static LocalDate day(final Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** A time to the minute, such as {@code 2026-11-07 12:30 UTC}. */
    static String minute(final Instant time) {
        return MINUTE.format(time.atZone(ZoneOffset.UTC)) + " UTC";
    }
}
