package dev.anycarrier.benchmarks.call;

import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;

/**
 * A SIM that nobody has asked about before, made before the clock runs.
 *
 * @param text for those who have no type for it
 * @param id for us
 */
record SimNumber(String text, SimId id) {

    private static final String OPERATOR = "89444654";
    private static final int SERIAL_DIGITS = 10;

    /** The SIM with that serial number, its check digit right. */
    static SimNumber of(final long serial) {
        final String digits = OPERATOR + String.format("%0" + SERIAL_DIGITS + "d", serial);
        for (int check = 0; ; check++) {
            final Iccid id = new Iccid(digits + check);
            if (id.hasValidCheckDigit()) {
                return new SimNumber(id.value(), id);
            }
        }
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
