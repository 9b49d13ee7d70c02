package com.example.acme;

import dev.anycarrier.http.InvalidData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Acme's two ways of writing a time. */
final class AcmeTimes {

    /** {@code 2026-02-03T10:15:30+0000}, which no parser of ISO 8601 instants takes. */
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final long END_OF_YEAR_9999 = 253_402_300_799L;

    private AcmeTimes() {}

    static Instant withOffset(final String field, final String text) {
        try {
            return OffsetDateTime.parse(text, WITH_OFFSET).toInstant();
        } catch (final DateTimeException e) {
            throw InvalidData.field(field, "is no time of the form yyyy-MM-ddTHH:mm:ss+0000");
        }
    }

    /** A value in milliseconds lies beyond the year 9999, and is refused like any other that cannot be meant. */
    static Instant epochSeconds(final String field, final long seconds) {
        if (seconds < 0 || seconds > END_OF_YEAR_9999) {
            throw InvalidData.field(field, "is no time in epoch seconds");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
