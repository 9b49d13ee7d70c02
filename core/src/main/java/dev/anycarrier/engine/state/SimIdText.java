package dev.anycarrier.engine.state;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;

/** A SIM identifier and its type as one text: a carrier's own identifier may look like an ICCID and is none. */
final class SimIdText {

    private static final String ICCID = "iccid:";
    private static final String CARRIER = "carrier:";

    private SimIdText() {}

    static String of(final SimId sim) {
        return (sim instanceof Iccid ? ICCID : CARRIER) + sim.value();
    }

    static SimId read(final String text) {
        if (text.startsWith(ICCID)) {
            return new Iccid(text.substring(ICCID.length()));
        }
        if (text.startsWith(CARRIER)) {
            return new CarrierSimId(text.substring(CARRIER.length()));
        }
        throw new IllegalArgumentException("sim is of a type that this version does not know");
    }
}
