package dev.anycarrier.http;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The unit in which a carrier counts, as a multiple of a base unit; turns its decimals into exact quantities. What does
 * not fit a {@code long}, or is negative, is {@link dev.anycarrier.spi.UsageException.Kind#INVALID_DATA}.
 *
 * @param unit the base unit
 * @param size how many base units one of the carrier's is, at least 1
 */
public record CarrierUnit(Unit unit, long size) {

    private static final int LONGEST_SCALE = 40;

    /** So many decimal digits fit a {@code long}, whatever they are. */
    private static final int LONGEST_OF_LONG = 18;

    /** One byte. */
    public static final CarrierUnit BYTE = new CarrierUnit(Unit.BYTES, 1);
    /** A decimal megabyte: 10<sup>6</sup> bytes. */
    public static final CarrierUnit MEGABYTE = new CarrierUnit(Unit.BYTES, 1_000_000);
    /** A binary megabyte: 2<sup>20</sup> bytes. */
    public static final CarrierUnit MEBIBYTE = new CarrierUnit(Unit.BYTES, 1_048_576);
    /** A minute of voice. */
    public static final CarrierUnit MINUTE = new CarrierUnit(Unit.SECONDS, 60);
    /** A second of voice. */
    public static final CarrierUnit SECOND = new CarrierUnit(Unit.SECONDS, 1);
    /** A text message. */
    public static final CarrierUnit MESSAGE = new CarrierUnit(Unit.MESSAGES, 1);

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public CarrierUnit {
        Objects.requireNonNull(unit, "unit");
        if (size < 1) {
            throw new IllegalArgumentException("a carrier's unit is at least one base unit");
        }
    }

    /**
     * A total or a used amount: a fraction of a base unit is rounded up, with a warning.
     *
     * @param field the field's path, for messages
     */
    public Quantity roundUp(final String field, final BigDecimal value, final Consumer<UsageWarning> warnings) {
        return convert(field, value, RoundingMode.CEILING, warnings);
    }

    /**
     * A remaining amount: a fraction of a base unit is rounded down, with a warning.
     *
     * @param field the field's path, for messages
     */
    public Quantity roundDown(final String field, final BigDecimal value, final Consumer<UsageWarning> warnings) {
        return convert(field, value, RoundingMode.FLOOR, warnings);
    }

    private Quantity convert(
            final String field,
            final BigDecimal value,
            final RoundingMode rounding,
            final Consumer<UsageWarning> warnings) {
        if (value.signum() < 0) {
            throw InvalidData.field(field, "is negative");
        }
        if (value.scale() == 0 && value.precision() <= LONGEST_OF_LONG) {
            return whole(field, value.longValue());
        }
        // 1e999999999 is a short text, but a number whose digits would fill the memory.
        if (Math.abs((long) value.scale()) > LONGEST_SCALE || value.precision() > 2 * LONGEST_SCALE) {
            throw InvalidData.field(field, "is out of range");
        }
        final BigDecimal exact = value.multiply(BigDecimal.valueOf(size));
        final BigDecimal whole = exact.setScale(0, rounding);
        if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw InvalidData.field(field, "is out of range");
        }
        if (exact.compareTo(whole) != 0) {
            warnings.accept(new UsageWarning(
                    UsageWarning.Kind.FRACTION_ROUNDED,
                    "field " + field + " holds a fraction of one of " + unit + ", which was rounded"));
        }
        return new Quantity(whole.longValueExact(), unit);
    }

    private Quantity whole(final String field, final long value) {
        if (value > Long.MAX_VALUE / size) {
            throw InvalidData.field(field, "is out of range");
        }
        return new Quantity(value * size, unit);
    }
}
