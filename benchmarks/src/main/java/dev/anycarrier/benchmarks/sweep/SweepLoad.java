package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.benchmarks.Effort;
import java.time.Duration;

/**
 * How much is asked.
 *
 * @param sims how many SIMs a sweep has
 * @param inFlight how many questions are under way
 * @param delayMillis how long the carrier takes to answer
 * @param rounds how many sweeps there are in one JVM, the cold one included
 */
record SweepLoad(int sims, int inFlight, int delayMillis, int rounds) {

    static SweepLoad of(final Effort effort) {
        return new SweepLoad(effort.of(500, 20_000), effort.of(50, 500), effort.of(10, 50), effort.of(2, 13));
    }

    /** Its first round alone. */
    SweepLoad first() {
        return new SweepLoad(sims, inFlight, delayMillis, 1);
    }

    /** As the arguments of a JVM that asks. */
    String[] arguments(final String address) {
        return new String[] {
            address,
            Integer.toString(sims),
            Integer.toString(inFlight),
            Integer.toString(delayMillis),
            Integer.toString(rounds)
        };
    }

    static SweepLoad parse(final String... arguments) {
        return new SweepLoad(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    /** How long it takes if nothing takes time but the carrier. */
    Duration ideal() {
        return Duration.ofMillis((long) delayMillis * sims / inFlight);
    }
}
