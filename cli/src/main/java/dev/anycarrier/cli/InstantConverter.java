package dev.anycarrier.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day, which stands for its first instant in UTC, or an instant. */
final class InstantConverter implements ITypeConverter<Instant> {

    private static final int LENGTH_OF_DAY = "2026-01-01".length();

    @Override
    public Instant convert(final String text) {
        try {
            return text.length() == LENGTH_OF_DAY
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (final DateTimeException e) {
            throw new TypeConversionException(
                    "must be a day such as 2026-01-31 (UTC) or an instant such as 2026-01-31T12:00:00Z");
        }
    }
}
