package dev.anycarrier.http;

import dev.anycarrier.spi.PassingText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Reads the times of carriers. */
public final class CarrierTime {

    /** What {@link #utcSecond} makes of a text that is no time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final String FORM = "yyyy-MM-dd HH:mm:ss";
    private static final DigitPairs YEAR = DigitPairs.of("0000-00-");
    private static final DigitPairs DAY = DigitPairs.of("0-00-00 ");
    private static final DigitPairs TIME = DigitPairs.of("00:00:00");

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CarrierTime() {}

    /**
     * Reads a date and time with its offset from UTC as RFC 3339 (5.6) has it, which is ISO 8601 too, such as {@code
     * 2026-12-31T23:59:59Z}. Years 1 to 9999, up to nine digits of a second's fraction; no 24:00, no leap second.
     *
     * @param field the field's path, for messages
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if the text is anything else
     */
    public static Instant rfc3339(final String field, final String text) {
        try {
            final OffsetDateTime time = OffsetDateTime.parse(text, RFC_3339);
            if (time.getYear() >= 1) {
                return time.toInstant();
            }
        } catch (final DateTimeParseException e) {
            // Refused below, without the parser's message, which repeats the text.
        }
        throw InvalidData.field(field, "is no time as in RFC 3339, such as 2026-12-31T23:59:59Z");
    }

    /**
     * Reads {@code yyyy-MM-dd HH:mm:ss} as UTC. Years 1 to 9999; no 24:00, no leap second, no zone.
     *
     * @param field the field's path, for messages
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if the text is anything else
     */
    public static Instant utc(final String field, final String text) {
        final long second = utcSecond(PassingText.of(text));
        if (second == NO_TIME) {
            throw InvalidData.field(field, "is no time of the form " + FORM);
        }
        return Instant.ofEpochSecond(second);
    }

    /**
     * Reads the same as seconds since 1970-01-01T00:00:00Z, without making an object.
     *
     * @return {@link #NO_TIME} if the text is anything else
     */
    public static long utcSecond(final PassingText text) {
        if (text.length() != FORM.length()) {
            return NO_TIME;
        }
        final byte[] bytes = text.array();
        final long yearDigits = YEAR.pairs(bytes, text.offset());
        final long dayDigits = DAY.pairs(bytes, text.offset() + 3);
        final long timeDigits = TIME.pairs(bytes, text.offset() + 11);
        if ((yearDigits | dayDigits | timeDigits) < 0) {
            return NO_TIME;
        }
        final int year = 100 * DigitPairs.pair(yearDigits, 0) + DigitPairs.pair(yearDigits, 2);
        final int month = DigitPairs.pair(dayDigits, 2);
        final int day = DigitPairs.pair(dayDigits, 5);
        final int hour = DigitPairs.pair(timeDigits, 0);
        final int minute = DigitPairs.pair(timeDigits, 3);
        final int second = DigitPairs.pair(timeDigits, 6);
        final boolean real = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= days(year, month)
                && hour <= 23
                && minute <= 59
                && second <= 59;
        return real ? ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second : NO_TIME;
    }

    private static int days(final int year, final int month) {
        return month == 2
                ? (Year.isLeap(year) ? 29 : 28)
                : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01, counted by years that begin in March, so that the leap day is the last. */
    private static long epochDay(final int year, final int month, final int day) {
        final int march = month > 2 ? year : year - 1;
        final int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365L * march + march / 4 - march / 100 + march / 400 + dayOfYear - 719_468;
    }
}
