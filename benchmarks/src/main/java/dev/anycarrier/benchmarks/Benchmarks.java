package dev.anycarrier.benchmarks;

import java.util.List;

/** Everything that is measured, one after the other, as one table. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs it. */
    public static void main(final String[] arguments) {
        System.out.println(List.of(arguments));
    }
}
