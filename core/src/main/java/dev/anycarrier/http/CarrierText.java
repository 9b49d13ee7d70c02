package dev.anycarrier.http;

/** What a {@link CarrierWord} and the text of a {@link NumberOrText} look like; apart from these, so that neither takes Jackson. */
final class CarrierText {

    private static final int LONGEST_WORD = 64;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_DIGITS_OF_FRACTION = 20;

    private CarrierText() {}

    /** Whether a text is a word. */
    static boolean isWord(final String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!isOfWord(text.charAt(index))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_WORD;
    }

    private static boolean isOfWord(final char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }

    /** Whether a text is a plain decimal. */
    static boolean isDecimal(final String text) {
        final boolean signed = text.startsWith("+") || text.startsWith("-");
        final int start = signed ? 1 : 0;
        final int point = text.indexOf('.');
        final int end = point < 0 ? text.length() : point;
        return areDigits(text, start, end, MOST_DIGITS)
                && (point < 0 || areDigits(text, point + 1, text.length(), MOST_DIGITS_OF_FRACTION));
    }

    private static boolean areDigits(final String text, final int from, final int to, final int most) {
        for (int index = from; index < to; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }
}
