package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import java.util.regex.Pattern;

/**
 * Onomondo's identifiers of a SIM: its own, a text of nine digits with their leading zeros, and the ICCID.
 *
 * <p>The reference only shows nine digits and does not promise them (a guess). Another length is refused without a
 * request all the same, in questions and in answers: it is nearly always a number whose leading zeros were lost.
 */
final class OnomondoSims {

    private static final Pattern CARRIER_ID = Pattern.compile("[0-9]{9}");

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
        return CARRIER_ID.matcher(text).matches();
    }

    static CarrierSimId carrierId(final String field, final String text) {
        if (!isCarrierId(text)) {
            throw InvalidData.field(field, "is not nine digits");
        }
        return CarrierSimId.of(text);
    }

    static Iccid iccid(final String field, final String text) {
        try {
            return Iccid.of(text);
        } catch (final IllegalArgumentException e) {
            throw InvalidData.field(field, "is no ICCID");
        }
    }
}
