package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.benchmarks.Iccids;
import dev.anycarrier.usage.Iccid;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Any number of SIMs. */
final class Sims {

    private static final long SEED = 1;

    private Sims() {}

    /** The SIM of a number, as an object of its own each time, as whoever reads it from a request has one. */
    static Iccid of(final int number) {
        return Iccid.of(Iccids.of(number));
    }

    /** The first SIMs in an order of chance, in which they also lie in memory: each is as good as just read. */
    static Iccid[] shuffled(final int count) {
        final int[] numbers = new int[count];
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int number = 0; number < count; number++) {
            final int place = random.nextInt(number + 1);
            numbers[number] = numbers[place];
            numbers[place] = number;
        }
        return Arrays.stream(numbers).mapToObj(Sims::of).toArray(Iccid[]::new);
    }
}
