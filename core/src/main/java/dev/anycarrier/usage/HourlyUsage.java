package dev.anycarrier.usage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Usage that the carrier itself has grouped by the hour. Where the carrier publishes no shape for it, what could be
 * recognised is filled in and the rest is in {@link #raw()}.
 *
 * @param hour the start of the hour, or empty if it could not be recognised
 * @param data bytes used in that hour, or empty if they could not be recognised
 * @param raw the group as it was sent
 */
public record HourlyUsage(Optional<Instant> hour, Optional<Quantity> data, RawJson raw) {

    /** Checks that no part is {@code null}. */
    public HourlyUsage {
        Objects.requireNonNull(hour, "hour");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(raw, "raw");
    }
}
