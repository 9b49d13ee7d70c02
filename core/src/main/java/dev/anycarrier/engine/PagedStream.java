package dev.anycarrier.engine;

import dev.anycarrier.spi.Pages;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of all pages as one lazy stream: a page is fetched when the one before is used up, and none after the stream
 * is closed. Sequential, ordered; not thread-safe.
 *
 * @param <T> what the pages list
 */
public final class PagedStream<T> extends Spliterators.AbstractSpliterator<T> {

    private final Pages<T> pages;
    private final Predicate<T> wanted;
    private Iterator<T> page = List.<T>of().iterator();
    private boolean closed;

    private PagedStream(final Pages<T> pages, final Predicate<T> wanted) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.pages = pages;
        this.wanted = wanted;
    }

    /**
     * The stream of the wanted items of the pages.
     *
     * @param wanted asked once for each item, in order
     */
    public static <T> Stream<T> of(final Pages<T> pages, final Predicate<T> wanted) {
        final PagedStream<T> items = new PagedStream<>(pages, wanted);
        return StreamSupport.stream(items, false).onClose(items::close);
    }

    @Override
    public boolean tryAdvance(final Consumer<? super T> action) {
        while (!closed) {
            while (page.hasNext()) {
                final T item = page.next();
                if (wanted.test(item)) {
                    action.accept(item);
                    return true;
                }
            }
            if (!pages.hasNext()) {
                return false;
            }
            page = pages.next().items().iterator();
        }
        return false;
    }

    private void close() {
        closed = true;
    }
}
