package dev.anycarrier.http;

import dev.anycarrier.spi.PassingText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads the times of carriers that write them without a zone. */
public final class CarrierTime {

    /** What {@link #utcSecond} makes of a text that is no time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final String FORM = "yyyy-MM-dd HH:mm:ss";

    private CarrierTime() {}

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
        if (!hasForm(text)) {
            return NO_TIME;
        }
        final int year = number(text, 0, 4);
        final int month = number(text, 5, 7);
        final int day = number(text, 8, 10);
        final int hour = number(text, 11, 13);
        final int minute = number(text, 14, 16);
        final int second = number(text, 17, 19);
        final boolean real = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour < 24
                && minute < 60
                && second < 60;
        return real ? ((LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 60 + minute) * 60 + second : NO_TIME;
    }

    private static boolean hasForm(final PassingText text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int index = 0; index < FORM.length(); index++) {
            final char wanted = FORM.charAt(index);
            final byte found = text.at(index);
            final boolean digit = found >= '0' && found <= '9';
            if (Character.isLetter(wanted) ? !digit : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(final PassingText text, final int from, final int to) {
        int number = 0;
        for (int index = from; index < to; index++) {
            number = 10 * number + text.at(index) - '0';
        }
        return number;
    }
}
