package dev.anycarrier.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a longer answer.
 *
 * @param items what is on it, in the carrier's order
 * @param next the provider's opaque cursor of the next page, or empty on the last
 * @param <T> what the page lists
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
