package dev.anycarrier.spi;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks the pages of an answer, each fetched when it is asked for and not before. A cursor that comes back, however
 * late, more pages than allowed, or more than {@value #MAXIMUM_EMPTY_PAGES} empty ones in a row, end the walk with {@link
 * UsageException.Kind#PROTOCOL}; what was returned before stays valid, and {@link UsageException#resumeAt()} is the
 * cursor of the page that was not fetched.
 *
 * <p>Not thread-safe: may be passed on to another thread between two pages, if that thread sees what this one did. Keeps every cursor it has seen, and nothing else.
 *
 * @param <T> what the pages list
 */
public final class Pages<T> implements Iterator<Page<T>> {

    /** How many pages in a row may have nothing on them, if another is to follow. */
    public static final int MAXIMUM_EMPTY_PAGES = 1_000;

    private final Function<Optional<String>, Page<T>> fetch;
    private final int maximumPages;
    private final Set<String> seen = new HashSet<>();
    private Optional<String> cursor;
    private int fetched;
    private int emptyInARow;
    private boolean finished;

    /**
     * Prepares a walk; nothing is fetched yet.
     *
     * @param start the cursor of the first page, or empty to start at the beginning
     * @param maximumPages the largest number of pages this walk fetches
     * @param fetch fetches the page of a cursor
     */
    public Pages(
            final Optional<String> start, final int maximumPages, final Function<Optional<String>, Page<T>> fetch) {
        this.cursor = start;
        this.maximumPages = maximumPages;
        this.fetch = fetch;
        start.ifPresent(seen::add);
    }

    @Override
    public boolean hasNext() {
        return !finished;
    }

    /** The cursor of the page that is next, or empty for the first of all and after the last. */
    public Optional<String> position() {
        return cursor;
    }

    /**
     * Fetches the next page.
     *
     * @throws UsageException as the fetch does, or {@link UsageException.Kind#PROTOCOL} for a repeated cursor or too
     *     many pages, empty ones or at all
     * @throws NoSuchElementException after the last page
     */
    @Override
    public Page<T> next() {
        if (finished) {
            throw new NoSuchElementException("the last page was fetched");
        }
        if (fetched == maximumPages) {
            throw broken("the carrier offers more than " + maximumPages + " pages");
        }
        if (emptyInARow == MAXIMUM_EMPTY_PAGES) {
            throw broken("the carrier has nothing on " + emptyInARow + " pages in a row, and offers more of them");
        }
        final Page<T> page = fetchPage();
        fetched++;
        emptyInARow = page.isEmpty() ? emptyInARow + 1 : 0;
        if (page.next().isEmpty()) {
            finished = true;
        }
        cursor = page.next();
        return page;
    }

    private Page<T> fetchPage() {
        if (fetched > 0 && cursor.isPresent() && !seen.add(cursor.get())) {
            throw broken("the carrier's page cursor came back after " + fetched + " pages");
        }
        try {
            return fetch.apply(cursor);
        } catch (final UsageException failure) {
            cursor.ifPresent(seen::remove);
            throw failure.toBuilder().resumeAt(cursor).build();
        }
    }

    private UsageException broken(final String detail) {
        finished = true;
        return UsageException.of(UsageException.Kind.PROTOCOL, detail)
                .resumeAt(cursor)
                .build();
    }
}
