package dev.anycarrier.simulation.fault;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.util.Iterator;
import java.util.stream.IntStream;

/** As many SIMs of one account as a test wants, made when they are read. */
final class Sims {

    private Sims() {}

    /** The SIM of a number below 10^11. */
    static SimId sim(final long number) {
        return SimId.parse("89444654%011d".formatted(number));
    }

    /** The first so many SIMs. */
    static Iterable<SimRef> of(final String account, final int count) {
        return repeating(account, count, count);
    }

    /** So many SIMs, which begin anew whenever so many different ones are used up. */
    static Iterable<SimRef> repeating(final String account, final int count, final int different) {
        return () -> iterator(account, count, different);
    }

    private static Iterator<SimRef> iterator(final String account, final int count, final int different) {
        return IntStream.range(0, count)
                .mapToObj(number -> new SimRef(account, sim(number % different)))
                .iterator();
    }
}
