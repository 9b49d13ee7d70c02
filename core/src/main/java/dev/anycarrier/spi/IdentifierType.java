package dev.anycarrier.spi;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;

/** The types of SIM identifier. */
public enum IdentifierType {
    /** An {@link Iccid}. */
    ICCID,
    /** A {@link CarrierSimId}. */
    CARRIER_SIM_ID;

    /** The type of the identifier. */
    public static IdentifierType of(final SimId sim) {
        return sim instanceof Iccid ? ICCID : CARRIER_SIM_ID;
    }
}
