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
        final T known = find(part);
        return known == null ? keep(part) : known;
    }

    /** The equal object that was seen before, or null. */
    @Nullable
    T find(final T part) {
        final T known = parts.get(place(part));
        return part.equals(known) ? known : null;
    }

    /** From here on all that are equal are this one. */
    T keep(final T part) {
        parts.set(place(part), part);
        return part;
    }

    private int place(final T part) {
        final int hash = part.hashCode();
        return (hash ^ (hash >>> UPPER_HALF)) & (PLACES - 1);
    }
}
