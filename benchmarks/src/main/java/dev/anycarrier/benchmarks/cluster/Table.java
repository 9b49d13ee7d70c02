package dev.anycarrier.benchmarks.cluster;

import java.util.Locale;

/** Prints figures as they are measured, as a table of Markdown. */
final class Table {

    Table(final String machine) {
        System.out.println("Measured on " + machine + ".\n");
        System.out.println("| Figure | Measured |\n|---|--:|");
    }

    /** A whole number. */
    void whole(final String what, final double value) {
        print(what, "%,.0f", value);
    }

    /** A number with two decimals. */
    void fraction(final String what, final double value) {
        print(what, "%.2f", value);
    }

    private static void print(final String what, final String format, final double value) {
        System.out.printf(Locale.ROOT, "| %s | " + format + " |%n", what, value);
    }
}
