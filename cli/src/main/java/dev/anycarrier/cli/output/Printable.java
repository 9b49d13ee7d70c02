package dev.anycarrier.cli.output;

/** Texts that may come from a carrier, made safe to print: a terminal obeys control characters. */
public final class Printable {

    private Printable() {}

    /** The text on one line; control, format and lone surrogate characters are written as {@code \}{@code uXXXX}. */
    public static String of(final String text) {
        return text.codePoints().allMatch(Printable::isHarmless) ? text : replaced(text);
    }

    private static String replaced(final String text) {
        final StringBuilder printable = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isHarmless(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append("\\u").append("%04x".formatted(character));
            }
        });
        return printable.toString();
    }

    private static boolean isHarmless(final int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
