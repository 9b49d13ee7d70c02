package dev.anycarrier.usage;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An integrated circuit card identifier (ITU-T E.118): 17 to 22 ASCII digits, kept without the trailing filler
 * {@code F}.
 *
 * <p>A wrong Luhn check digit is accepted, since carriers issue such identifiers; see {@link #hasValidCheckDigit()}.
 *
 * @param value the digits
 */
public record Iccid(String value) implements SimId {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{17,22}");
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{17,22}[Ff]?");
    private static final int SHOWN_AT_START = 4;
    private static final int SHOWN_AT_END = 4;

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if the value is not 17 to 22 digits; the message does not repeat it
     */
    public Iccid {
        Objects.requireNonNull(value, "value");
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("an ICCID has 17 to 22 digits, but this text of " + value.length()
                    + " characters is something else");
        }
    }

    /**
     * Reads an ICCID, dropping a trailing filler {@code F}.
     *
     * @throws IllegalArgumentException if the text is no ICCID; the message does not repeat it
     */
    public static Iccid of(final String text) {
        return new Iccid(
                matches(text) && !Character.isDigit(text.charAt(text.length() - 1))
                        ? text.substring(0, text.length() - 1)
                        : text);
    }

    static boolean matches(final String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** Whether the last digit is the Luhn check digit of the others. */
    public boolean hasValidCheckDigit() {
        int sum = 0;
        for (int fromRight = 0; fromRight < value.length(); fromRight++) {
            final int digit = value.charAt(value.length() - 1 - fromRight) - '0';
            final int weighted = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The masked identifier, for logs: the first and last four digits. */
    @Override
    public String toString() {
        return value.substring(0, SHOWN_AT_START) + "…" + value.substring(value.length() - SHOWN_AT_END);
    }
}
