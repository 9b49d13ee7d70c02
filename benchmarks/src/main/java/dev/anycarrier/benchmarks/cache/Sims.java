package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.usage.Iccid;
import java.util.SplittableRandom;

/** Any number of SIMs. */
final class Sims {

    private static final long FIRST = 8_944_465_400_000_000_000L;
    private static final long SEED = 1;

    private Sims() {}

    /** The SIM of a number, as an object of its own each time, as whoever reads it from a request has one. */
    static Iccid of(final int number) {
        return Iccid.of(Long.toUnsignedString(FIRST + number));
    }

    /** The first SIMs in an order of chance. */
    static Iccid[] shuffled(final int count) {
        final Iccid[] sims = new Iccid[count];
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int number = 0; number < count; number++) {
            final int place = random.nextInt(number + 1);
            sims[number] = sims[place];
            sims[place] = of(number);
        }
        return sims;
    }
}
