package dev.anycarrier.benchmarks;

/** As many ICCIDs as a measurement needs, each with its right check digit, as nearly all SIMs have one. */
public final class Iccids {

    private static final long FIRST = 894_446_540_000_000_000L;

    private Iccids() {}

    /** That of a number, as a text of its own each time. */
    public static String of(final long number) {
        final long digits = FIRST + number;
        return Long.toString(10 * digits + checkDigit(digits));
    }

    private static int checkDigit(final long digits) {
        int sum = 0;
        boolean doubled = true;
        for (long left = digits; left > 0; left /= 10) {
            final int digit = (int) (left % 10);
            final int weighted = doubled ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
