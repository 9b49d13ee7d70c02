package dev.anycarrier.usage;

import java.util.Objects;

/**
 * An integrated circuit card identifier (ITU-T E.118): 17 to 22 ASCII digits, kept without the trailing filler
 * {@code F}.
 *
 * <p>A wrong Luhn check digit is accepted, since carriers issue such identifiers; see {@link #hasValidCheckDigit()}.
 *
 * @param value the digits
 */
public record Iccid(String value) implements SimId {

    private static final int SHORTEST = 17;
    private static final int LONGEST = 22;
    private static final int SHOWN_AT_START = 4;
    private static final int SHOWN_AT_END = 4;

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if the value is not 17 to 22 digits; the message does not repeat it
     */
    public Iccid {
        Objects.requireNonNull(value, "value");
        if (!areDigits(value, value.length())) {
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
        return new Iccid(isFilled(text) ? text.substring(0, text.length() - 1) : text);
    }

    static boolean matches(final String text) {
        return areDigits(text, isFilled(text) ? text.length() - 1 : text.length());
    }

    private static boolean isFilled(final String text) {
        return text.endsWith("F") || text.endsWith("f");
    }

    private static boolean areDigits(final String text, final int length) {
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return true;
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

    // A record's own would be built at run time, by each of the threads that meet it first at the same time.
    @Override
    public boolean equals(final Object other) {
        return other instanceof Iccid iccid && value.equals(iccid.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The masked identifier, for logs: the first and last four digits. */
    @Override
    public String toString() {
        return value.substring(0, SHOWN_AT_START) + "…" + value.substring(value.length() - SHOWN_AT_END);
    }
}
