package dev.anycarrier.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Remembers the last keys it was shown, so that an item which moved to the next page while pages were read is not
 * reported twice. Bounded: a duplicate further away than {@value #REMEMBERED} items is not recognised. Not thread-safe.
 */
public final class RecentKeys implements Predicate<String> {

    /** How many keys are remembered. */
    public static final int REMEMBERED = 50_000;

    private final Set<String> keys = new LinkedHashSet<>();

    /** Whether the key was not shown recently. */
    @Override
    public boolean test(final String key) {
        if (!keys.add(key)) {
            return false;
        }
        if (keys.size() > REMEMBERED) {
            final var eldest = keys.iterator();
            eldest.next();
            eldest.remove();
        }
        return true;
    }
}
