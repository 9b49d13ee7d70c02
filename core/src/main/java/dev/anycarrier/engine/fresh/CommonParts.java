package dev.anycarrier.engine.fresh;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Equal values as one object, where they are so many that they come again soon. Bounded: of two values that claim one place
 * the later takes it, and what is not found is merely not shared. Thread-safe.
 */
final class CommonParts<T> {

    private static final int PLACES = 256;
    private static final int UPPER_HALF = 16;

    private final AtomicReferenceArray<@Nullable T> parts = new AtomicReferenceArray<>(PLACES);

    /** The same value, by the object that was seen before if there is one. */
    T shared(final T part) {
        final int hash = part.hashCode();
        final int place = (hash ^ (hash >>> UPPER_HALF)) & (PLACES - 1);
        final T known = parts.get(place);
        if (part.equals(known)) {
            return known;
        }
        parts.set(place, part);
        return part;
    }
}
