package dev.anycarrier.usage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one SIM has used in a window: the sums of its usage records.
 *
 * @param sim the SIM, by the carrier's own identifier where it has one
 * @param iccid the SIM's ICCID, or empty if the carrier does not say
 * @param counters one for each service that its records name, with the window as period
 */
public record SimUsage(SimId sim, Optional<Iccid> iccid, List<UsageCounter> counters) {

    /** Copies the counters. */
    public SimUsage {
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(iccid, "iccid");
        counters = List.copyOf(counters);
    }
}
