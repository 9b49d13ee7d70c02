package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import java.util.List;
import java.util.Optional;

/**
 * A SIM of Onomondo.
 *
 * @param id nine digits
 * @param iccid its ICCID
 * @param records what it used, in the order of time
 * @param dataLimit how much it may use, or empty if that is not limited
 * @param month the month its counter is about
 */
record OnomondoSim(
        String id,
        Iccid iccid,
        List<OnomondoRecord> records,
        Optional<OnomondoDataLimit> dataLimit,
        OnomondoMonth month) {

    /** Bytes used in the month. */
    static long usedIn(final OnomondoMonth month, final List<OnomondoRecord> records) {
        return records.stream()
                .filter(usage -> month.period().contains(usage.time()))
                .mapToLong(OnomondoRecord::bytes)
                .sum();
    }

    /** Whether its usage of the month names it, so that the rest can be asked for by an identifier that works there. */
    private boolean isNamedByUsage() {
        return records.stream().anyMatch(usage -> month.period().contains(usage.time()));
    }

    /** Of the SIM itself only the limit is known to be there; the names of its identifiers are made up. */
    String json() {
        return """
                {"id":"%s","iccid":"%s"%s}""".formatted(
                id,
                iccid.value(),
                dataLimit.map(limit -> ",\"data_limit\":" + limit.json()).orElse(""));
    }

    /** A counter of the month, and a bucket where there is a limit; the carrier tells no state. */
    SimTruth truth() {
        final Quantity used = Quantity.bytes(usedIn(month, records));
        return new SimTruth(
                new CarrierSimId(id),
                SimStatus.UNKNOWN,
                dataLimit.map(OnomondoDataLimit::truth).stream().toList(),
                List.of(new UsageCounter(Service.DATA, used, Optional.of(month.period()))),
                false,
                isNamedByUsage() ? List.of(iccid) : List.of());
    }
}
