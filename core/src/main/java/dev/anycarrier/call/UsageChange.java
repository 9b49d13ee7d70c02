package dev.anycarrier.call;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import java.util.Objects;
import java.util.Optional;

/**
 * How a used amount differs from the one known before. Never negative: a decrease has a kind of its own.
 *
 * @param service what was used
 * @param bucket the carrier's identifier of the bucket, or empty if it has none, or if it is a counter
 * @param kind what happened
 * @param amount how much: used since then, used since the reset, or taken back by the correction
 */
public record UsageChange(Service service, Optional<String> bucket, Kind kind, Quantity amount) {

    /** Checks that every part is there. */
    public UsageChange {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
    }

    /** What happened to an amount. */
    public enum Kind {
        /** More was used. */
        USED,
        /** The count began anew: another period, validity or package, or from zero. */
        RESET,
        /** The carrier took back part of what it had counted, within the same period. */
        CORRECTION
    }
}
