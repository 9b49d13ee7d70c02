package dev.anycarrier.testkit.carriers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as a carrier writes it.
 *
 * @param value the number
 * @param quoted whether it is written as a text
 */
record WireNumber(BigDecimal value, boolean quoted) {

    static final WireNumber ZERO = of(0);

    static WireNumber of(final long value) {
        return new WireNumber(BigDecimal.valueOf(value), false);
    }

    WireNumber asText() {
        return new WireNumber(value, true);
    }

    WireNumber plus(final BigDecimal fraction) {
        return new WireNumber(value.add(fraction), quoted);
    }

    boolean isZero() {
        return value.signum() == 0;
    }

    /** This many units of {@code size}, a broken base unit granted in full. */
    long roundedUp(final long size) {
        return rounded(size, RoundingMode.CEILING);
    }

    /** This many units of {@code size}, a broken base unit not granted. */
    long roundedDown(final long size) {
        return rounded(size, RoundingMode.FLOOR);
    }

    /** The number as JSON. */
    String json() {
        return quoted ? '"' + value.toPlainString() + '"' : value.toPlainString();
    }

    private long rounded(final long size, final RoundingMode rounding) {
        return value.multiply(BigDecimal.valueOf(size)).setScale(0, rounding).longValueExact();
    }
}
