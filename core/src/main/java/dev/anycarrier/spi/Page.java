package dev.anycarrier.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a longer answer.
 *
 * @param items what is on it, in the carrier's order
 * @param next the provider's opaque cursor of the next page, or empty on the last
 * @param leftOut how many more the carrier listed on it that are not of the question: they tell a page of which nothing
 *     is wanted from one that has nothing
 * @param <T> what the page lists
 */
public record Page<T>(List<T> items, Optional<String> next, int leftOut) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    /** A page with everything that the carrier listed on it. */
    public Page(final List<T> items, final Optional<String> next) {
        this(items, next, 0);
    }

    /** Whether the carrier listed nothing on it. */
    boolean isEmpty() {
        return items.isEmpty() && leftOut == 0;
    }
}
