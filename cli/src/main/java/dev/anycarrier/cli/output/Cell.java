package dev.anycarrier.cli.output;

import java.util.Objects;

/**
 * A cell of a table.
 *
 * @param text what it says; characters that a terminal would act on are replaced
 * @param colour its colour, where colours are wanted
 */
public record Cell(String text, Colour colour) {

    /** Makes the text printable. */
    public Cell {
        text = Printable.of(text);
        Objects.requireNonNull(colour, "colour");
    }

    /** A cell without colour. */
    public static Cell of(final String text) {
        return new Cell(text, Colour.PLAIN);
    }

    /** A cell with an amount and its unit; what is no number is faint. */
    public static Cell of(final Amount amount) {
        return new Cell(AmountText.of(amount), amount instanceof Amount.Known ? Colour.PLAIN : Colour.FAINT);
    }

    int width() {
        return text.codePointCount(0, text.length());
    }
}
