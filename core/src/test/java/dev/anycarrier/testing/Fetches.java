package dev.anycarrier.testing;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A carrier's pages by cursor, two unless told otherwise, and what was asked of them. */
public final class Fetches {

    private final Map<String, Supplier<Page<String>>> pages = new HashMap<>();
    private final List<String> cursors = new CopyOnWriteArrayList<>();
    private Consumer<String> before = cursor -> {};

    public Fetches() {
        page("", List.of("a1", "a2"), Optional.of("b"));
        page("b", List.of("b1", "b2"), Optional.empty());
    }

    public Fetches page(final String cursor, final List<String> items, final Optional<String> next) {
        pages.put(cursor, () -> new Page<>(items, next));
        return this;
    }

    public Fetches failing(final String cursor, final UsageException failure) {
        pages.put(cursor, () -> {
            throw failure;
        });
        return this;
    }

    /** Does something before each page is given, such as to throw; it is told the cursor. */
    public Fetches before(final Consumer<String> newBefore) {
        before = newBefore;
        return this;
    }

    public Page<String> fetch(final Optional<String> cursor) {
        cursors.add(cursor.orElse(""));
        before.accept(cursor.orElse(""));
        return Objects.requireNonNull(pages.get(cursor.orElse("")), "no such page")
                .get();
    }

    /** The cursors asked for, in order; the empty text is the first page. */
    public List<String> cursors() {
        return List.copyOf(cursors);
    }
}
