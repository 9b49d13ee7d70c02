package dev.anycarrier.cli;

import dev.anycarrier.spi.Setting;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span as settings have it, or zero. */
final class SpanConverter implements ITypeConverter<Duration> {

    private static final Setting<Duration> SPAN = Setting.duration("span", "A time span.");

    @Override
    public Duration convert(final String text) {
        if (text.equals("0") || text.equals("0s")) {
            return Duration.ZERO;
        }
        try {
            return SPAN.read(text);
        } catch (final IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
