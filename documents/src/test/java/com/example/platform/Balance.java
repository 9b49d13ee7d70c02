package com.example.platform;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimRef;
import java.util.Optional;

/** Code of a platform: what is left of a SIM's data. */
final class Balance {

    private final Anycarrier carriers;

    Balance(final Anycarrier carriers) {
        this.carriers = carriers;
    }

    /** Empty if the carrier does not say, or there is no limit. */
    Optional<Quantity> left(final SimRef sim) {
        return carriers.usage(sim).buckets(Service.DATA).stream()
                .flatMap(bucket -> bucket.remaining().stream())
                .reduce(Quantity::plus);
    }
}
