package dev.anycarrier.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the times of carriers that write them without a zone. */
public final class CarrierTime {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CarrierTime() {}

    /**
     * Reads {@code yyyy-MM-dd HH:mm:ss} as UTC. Years 1 to 9999; no 24:00, no leap second, no zone.
     *
     * @param field the field's path, for messages
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if the text is anything else
     */
    public static Instant utc(final String field, final String text) {
        if (SHAPE.matcher(text).matches() && !text.startsWith("0000")) {
            try {
                return LocalDateTime.parse(text, STRICT).toInstant(ZoneOffset.UTC);
            } catch (final DateTimeException e) {
                // Falls through to the same refusal.
            }
        }
        throw InvalidData.field(field, "is no time of the form yyyy-MM-dd HH:mm:ss");
    }
}
