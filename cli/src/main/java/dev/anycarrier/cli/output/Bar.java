package dev.anycarrier.cli.output;

import java.math.BigInteger;

/** A bar for what is left, ten characters wide, with the percentage behind it. */
public final class Bar {

    private static final int WIDTH = 10;
    private static final int PARTS = 8;
    private static final BigInteger STEPS = BigInteger.valueOf((long) WIDTH * PARTS);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final int LOW = 20;
    private static final int HALF = 50;
    private static final String EIGHTHS = "▏▎▍▌▋▊▉";

    private Bar() {}

    /**
     * The bar, or an empty cell where there is no proportion to show. Whatever is left, however little, shows in it; the
     * percentage is rounded down.
     */
    public static Cell of(final Amount remaining, final Amount total) {
        if (!(remaining instanceof Amount.Known left)
                || !(total instanceof Amount.Known whole)
                || whole.amount().signum() == 0) {
            return Cell.of("");
        }
        final int percent =
                left.amount().multiply(HUNDRED).divide(whole.amount()).intValueExact();
        final String text = "%s %3d %%".formatted(drawn(left.amount(), whole.amount()), percent);
        return new Cell(text, percent < LOW ? Colour.RED : percent < HALF ? Colour.YELLOW : Colour.GREEN);
    }

    private static String drawn(final BigInteger left, final BigInteger whole) {
        final int exact = left.multiply(STEPS).divide(whole).intValueExact();
        final int steps = exact == 0 && left.signum() > 0 ? 1 : exact;
        final int started = steps % PARTS;
        final String bar = "█".repeat(steps / PARTS) + (started == 0 ? "" : EIGHTHS.substring(started - 1, started));
        return bar + "░".repeat(WIDTH - bar.length());
    }
}
