package dev.anycarrier.http;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a prepaid carrier says of one service: a total and what is left of it, in a unit of its own. Turns it into a
 * {@link Bucket}, once for each package where a SIM has several.
 *
 * @param service what the allowance is for
 * @param unit the unit in which the carrier counts it
 * @param total the whole allowance
 * @param remaining what is left of it
 */
public record Balance(Service service, CarrierUnit unit, Amount total, Amount remaining) {

    /**
     * Checks the unit.
     *
     * @throws IllegalArgumentException if the service is not counted in that unit
     */
    public Balance {
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(remaining, "remaining");
        if (unit.unit() != service.unit()) {
            throw new IllegalArgumentException(service + " is counted in " + service.unit() + ", not " + unit.unit());
        }
    }

    /**
     * The bucket, without identifier and validity. The total is rounded up and what remains down to a whole base unit,
     * with a warning; what was used is the exact difference, rounded up. A total of 0 is a bucket that grants nothing.
     *
     * @param warnings takes what a reader of the report should know
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} naming the field, if an amount is negative or out of
     *     range, or more remains than the total
     */
    public Bucket bucket(final Consumer<UsageWarning> warnings) {
        final Quantity granted = unit.roundUp(total.field, total.value, warnings);
        final Quantity left = unit.roundDown(remaining.field, remaining.value, warnings);
        if (remaining.value.compareTo(total.value) > 0) {
            throw InvalidData.field(remaining.field, "exceeds field " + total.field);
        }
        final Quantity used = total.value.scale() == 0 && remaining.value.scale() == 0
                ? granted.minus(left)
                : unit.roundUp(total.field, total.value.subtract(remaining.value), known -> {});
        return new Bucket(
                Optional.empty(),
                service,
                Allowance.limited(granted),
                Optional.of(left),
                Optional.of(used),
                left.isZero() ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE,
                Optional.empty());
    }

    /**
     * The bucket, or empty if the total is 0, for carriers that write 0 where a SIM does not have the service at all.
     *
     * @param warnings takes what a reader of the report should know
     * @throws dev.anycarrier.spi.UsageException as {@link #bucket} does
     */
    public Optional<Bucket> bucketIfGranted(final Consumer<UsageWarning> warnings) {
        final Bucket bucket = bucket(warnings);
        return total.value.signum() == 0 ? Optional.empty() : Optional.of(bucket);
    }

    /**
     * An amount and where it stands in the answer.
     *
     * @param field the field's path in the carrier's words, such as {@code data.total}
     * @param value the amount in the carrier's unit, not yet checked
     */
    public record Amount(String field, BigDecimal value) {
        /** Checks that both parts are there. */
        public Amount {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
        }
    }
}
