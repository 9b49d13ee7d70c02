package dev.anycarrier.usage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One increment of usage (TMF635 {@code Usage}). Usage of a window is the sum of its records.
 *
 * @param id the carrier's identifier of this record, the key by which repeated records are recognised
 * @param sim the SIM, by the carrier's own identifier where it has one
 * @param iccid the SIM's ICCID, or empty if the carrier does not say
 * @param session the carrier's identifier of the session; several records may belong to one
 * @param service what was used
 * @param quantity how much, in the {@linkplain Service#unit() unit of the service}
 * @param time when
 * @param network where, or empty if the carrier does not say
 */
public record UsageRecord(
        String id,
        SimId sim,
        Optional<Iccid> iccid,
        Optional<String> session,
        Service service,
        Quantity quantity,
        Instant time,
        Optional<Network> network) {

    /**
     * Checks the unit.
     *
     * @throws IllegalArgumentException if the quantity has another unit than the service, or the id is blank
     */
    public UsageRecord {
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(network, "network");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a usage record has an id");
        }
        if (quantity.unit() != service.unit()) {
            throw new IllegalArgumentException(
                    service + " is counted in " + service.unit() + ", not " + quantity.unit());
        }
    }
}
