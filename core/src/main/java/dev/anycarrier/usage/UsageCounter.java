package dev.anycarrier.usage;

import java.util.Objects;
import java.util.Optional;

/**
 * An amount used, without any allowance beside it: a month-to-date counter, or a sum of records.
 *
 * @param service what was used
 * @param used how much, in the {@linkplain Service#unit() unit of the service}
 * @param period when it was used, or empty if the carrier does not say
 */
public record UsageCounter(Service service, Quantity used, Optional<TimePeriod> period) {

    /**
     * Checks the unit.
     *
     * @throws IllegalArgumentException if the amount has another unit than the service
     */
    public UsageCounter {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(period, "period");
        if (used.unit() != service.unit()) {
            throw new IllegalArgumentException(service + " is counted in " + service.unit() + ", not " + used.unit());
        }
    }
}
