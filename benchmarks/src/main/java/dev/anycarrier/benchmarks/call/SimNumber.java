package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Iccids;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;

/**
 * A SIM that nobody has asked about before, made before the clock runs.
 *
 * @param text for those who have no type for it
 * @param id for us
 */
record SimNumber(String text, SimId id) {

    /** The SIM with that serial number. */
    static SimNumber of(final long serial) {
        final String text = Iccids.of(serial);
        return new SimNumber(text, new Iccid(text));
    }

    /** So many SIMs in a row. */
    static SimNumber[] range(final long first, final int count) {
        final SimNumber[] sims = new SimNumber[count];
        for (int i = 0; i < count; i++) {
            sims[i] = of(first + i);
        }
        return sims;
    }
}
