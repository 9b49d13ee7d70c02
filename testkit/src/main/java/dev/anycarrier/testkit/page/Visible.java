package dev.anycarrier.testkit.page;

/**
 * Text as a person can see it: what has no shape of its own, or changes the order of what follows, is written out, such
 * as {@code \u202E}. What comes out holds no character that XML or HTML forbid.
 */
public final class Visible {

    private Visible() {}

    /** The text, with lines and tabs as they are. */
    public static String of(final String text) {
        final StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
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
