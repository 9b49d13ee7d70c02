package dev.anycarrier.http;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers as decimals, of which carriers send the same again and again: the sizes of their packages, and nothing. Bounded:
 * of two that claim one place the later takes it. Thread-safe.
 */
final class CommonDecimals {

    private static final int PLACES = 1024;
    private static final AtomicReferenceArray<@Nullable BigDecimal> KNOWN = new AtomicReferenceArray<>(PLACES);

    private CommonDecimals() {}

    static BigDecimal of(final long value) {
        final int place = Long.hashCode(value) & (PLACES - 1);
        final BigDecimal known = KNOWN.get(place);
        if (known != null && known.longValue() == value) {
            return known;
        }
        final BigDecimal decimal = BigDecimal.valueOf(value);
        KNOWN.set(place, decimal);
        return decimal;
    }
}
