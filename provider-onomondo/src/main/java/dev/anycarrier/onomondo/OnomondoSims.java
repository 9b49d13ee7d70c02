package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;

/**
 * Onomondo's identifiers of a SIM: its own, a text of nine digits with their leading zeros, and the ICCID.
 *
 * <p>The reference only shows nine digits and does not promise them (a guess). Another length is refused without a
 * request all the same, in questions and in answers: it is nearly always a number whose leading zeros were lost.
 */
final class OnomondoSims {

    private static final int CARRIER_ID_DIGITS = 9;
    private static final int SHORTEST_ICCID = 17;
    private static final int LONGEST_ICCID = 22;

    private OnomondoSims() {}

    /** The text of an identifier for a path. */
    static String askable(final SimId sim) {
        if (sim instanceof CarrierSimId && !isCarrierId(sim.value())) {
            throw UsageException.of(
                            Kind.REJECTED_INPUT,
                            "Onomondo knows a SIM by its ICCID, or by nine digits with their leading zeros")
                    .build();
        }
        return sim.value();
    }

    static boolean isCarrierId(final String text) {
        return isCarrierId(PassingText.of(text));
    }

    static boolean isCarrierId(final PassingText text) {
        return text.length() == CARRIER_ID_DIGITS && text.isDigits();
    }

    /** Takes a trailing filler off, and says whether the rest is an ICCID. */
    static boolean isIccidOnceUnfilled(final PassingText text) {
        final int last = text.length() - 1;
        if (text.at(last) == 'F' || text.at(last) == 'f') {
            text.set(text.array(), text.offset(), last);
        }
        return text.length() >= SHORTEST_ICCID && text.length() <= LONGEST_ICCID && text.isDigits();
    }

    static Iccid iccid(final String field, final String text) {
        try {
            return Iccid.of(text);
        } catch (final IllegalArgumentException e) {
            throw InvalidData.field(field, "is no ICCID");
        }
    }
}
