package dev.anycarrier.cli.output;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values after RFC 4180, but with lines that end as the system's do. */
public final class Csv {

    private Csv() {}

    /** One line without its end. A field with a comma, a quote or a space at an end is quoted; control characters are escaped. */
    public static String line(final String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(","));
    }

    private static String field(final String text) {
        final String printable = Printable.of(text);
        final boolean plain = printable.indexOf(',') < 0
                && printable.indexOf('"') < 0
                && printable.strip().equals(printable);
        return plain ? printable : '"' + printable.replace("\"", "\"\"") + '"';
    }
}
