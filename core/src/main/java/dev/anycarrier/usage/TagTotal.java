package dev.anycarrier.usage;

import java.util.Objects;
import java.util.Optional;

/**
 * The usage of all SIMs that carry one tag. Where the carrier publishes no shape for it, what could be recognised is
 * filled in and the rest is in {@link #raw()}.
 *
 * @param tag the carrier's identifier of the tag
 * @param data bytes used, or empty if they could not be recognised
 * @param period the period of the total, or empty if the carrier does not say
 * @param raw the answer as it was sent
 */
public record TagTotal(String tag, Optional<Quantity> data, Optional<TimePeriod> period, RawJson raw) {

    /** Checks that no part is {@code null}. */
    public TagTotal {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(raw, "raw");
    }
}
