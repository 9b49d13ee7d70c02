package dev.anycarrier.usage;

import java.util.Objects;

/**
 * A carrier's own, opaque identifier of a SIM: 1 to 64 ASCII letters, digits, {@code -}, {@code _} and inner {@code .},
 * kept to the letter (leading zeros too).
 *
 * @param value the identifier
 */
public record CarrierSimId(String value) implements SimId {

    private static final int LONGEST = 64;
    private static final int SHOWN_AT_END = 3;

    /**
     * Checks the characters.
     *
     * @throws IllegalArgumentException if the value is empty, too long or has other characters; the message does not
     *     repeat it
     */
    public CarrierSimId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a SIM identifier has 1 to 64 letters, digits, '-', '_' or inner '.', but this text of "
                            + value.length() + " characters is something else");
        }
    }

    private static boolean isValid(final String text) {
        boolean afterDot = true;
        for (int index = 0; index < text.length(); index++) {
            final char character = text.charAt(index);
            final boolean dot = character == '.';
            if (dot ? afterDot : !isWordCharacter(character)) {
                return false;
            }
            afterDot = dot;
        }
        return text.length() <= LONGEST && !afterDot;
    }

    private static boolean isWordCharacter(final char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }

    /**
     * Reads an identifier.
     *
     * @throws IllegalArgumentException if it is not valid; the message does not repeat it
     */
    public static CarrierSimId of(final String text) {
        return new CarrierSimId(text);
    }

    /** The masked identifier, for logs: its last characters, never more than half of it. */
    @Override
    public String toString() {
        return "…" + value.substring(value.length() - Math.min(SHOWN_AT_END, value.length() / 2));
    }
}
