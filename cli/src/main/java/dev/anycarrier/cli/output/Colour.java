package dev.anycarrier.cli.output;

/** The colours in use (ECMA-48, "select graphic rendition"). */
public enum Colour {
    /** As the terminal has it. */
    PLAIN(""),
    /** For headings. */
    BOLD("1"),
    /** For what matters less. */
    FAINT("2"),
    /** For what went wrong, or is nearly used up. */
    RED("31"),
    /** For what is good. */
    GREEN("32"),
    /** For what needs a look. */
    YELLOW("33");

    private final String code;

    Colour(final String code) {
        this.code = code;
    }

    String paint(final String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
