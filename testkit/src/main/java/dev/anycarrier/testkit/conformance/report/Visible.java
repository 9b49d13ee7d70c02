package dev.anycarrier.testkit.conformance.report;

/**
 * Text as a person can see it: what has no shape of its own, or changes the order of what follows, is written out, such
 * as {@code \u202E}. What comes out holds no character that XML or HTML forbid.
 */
final class Visible {

    private Visible() {}

    /** The text, with lines and tabs as they are. */
    static String of(final String text) {
        final StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
    }

    /**
     * The beginning of the text, and how much is left out.
     *
     * @param longest how many characters may come out, before markup is escaped and besides the note
     */
    static String beginning(final String text, final int longest) {
        final String visible = of(text);
        if (visible.length() <= longest) {
            return visible;
        }
        final int end = Character.isHighSurrogate(visible.charAt(longest - 1)) ? longest - 1 : longest;
        return visible.substring(0, end) + "\n… " + (visible.length() - end) + " more characters in report.json";
    }

    private static void append(final StringBuilder visible, final int codePoint) {
        if (codePoint == '\n' || codePoint == '\t' || hasShape(codePoint)) {
            visible.appendCodePoint(codePoint);
        } else if (codePoint == '\r') {
            visible.append("\\r");
        } else if (Character.isBmpCodePoint(codePoint)) {
            visible.append(String.format("\\u%04X", codePoint));
        } else {
            visible.append(String.format("\\u{%X}", codePoint));
        }
    }

    private static boolean hasShape(final int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
