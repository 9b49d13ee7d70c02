package dev.anycarrier.cli.digest;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast a SIM uses, taken as even.
 *
 * @param amount so much
 * @param in in that time, more than zero
 * @param basis where that is known from
 */
public record Pace(BigInteger amount, Duration in, Basis basis) {

    private static final BigInteger SECONDS_A_DAY = BigInteger.valueOf(86_400);

    /** Nothing is foretold beyond that. */
    private static final BigInteger FARTHEST = SECONDS_A_DAY.multiply(BigInteger.valueOf(36_500));

    /** Checks that every part is there. */
    public Pace {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(basis, "basis");
    }

    /** So much a day, rounded down. */
    public BigInteger aDay() {
        return amount.multiply(SECONDS_A_DAY).divide(BigInteger.valueOf(in.toSeconds()));
    }

    /** When that much is used up, to the second, rounded down; empty if never, or not within a hundred years. */
    Optional<Instant> end(final BigInteger remaining, final Instant from) {
        if (amount.signum() == 0) {
            return Optional.empty();
        }
        final BigInteger seconds =
                remaining.multiply(BigInteger.valueOf(in.toSeconds())).divide(amount);
        return seconds.compareTo(FARTHEST) > 0 ? Optional.empty() : Optional.of(from.plusSeconds(seconds.longValue()));
    }

    /** Where a pace is known from. */
    public enum Basis {
        /** What was used since the validity of the buckets began. */
        VALIDITY,
        /** Usage records. */
        RECORDS
    }
}
