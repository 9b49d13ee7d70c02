package dev.anycarrier.cli.output;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param heading what stands above it
 * @param right whether its cells are aligned to the right
 * @param width its least width in characters
 */
public record Column(String heading, boolean right, int width) {

    /** Checks that there is a heading, and makes it fit. */
    public Column {
        Objects.requireNonNull(heading, "heading");
        width = Math.max(width, heading.length());
    }

    /** A column aligned to the left. */
    public static Column left(final String heading) {
        return new Column(heading, false, 0);
    }

    /** A column aligned to the right. */
    public static Column right(final String heading) {
        return new Column(heading, true, 0);
    }

    /** This column with a least width. */
    public Column atLeast(final int newWidth) {
        return new Column(heading, right, newWidth);
    }

    String pad(final Cell cell, final boolean colours) {
        final String space = " ".repeat(Math.max(0, width - cell.width()));
        final String painted = colours ? cell.colour().paint(cell.text()) : cell.text();
        return right ? space + painted : painted + space;
    }
}
