package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of all pages as one lazy stream, in the memory of two pages. Nothing is fetched before the first item is
 * wanted. The page after the one that is read is fetched on another thread once its reader has come back for a second
 * item, the one after that not before its turn. Where there is no other thread, a page is fetched by the reader when the
 * one before is used up.
 *
 * <p>A failure is thrown when the reader gets to where the page would be, and from then on. Closing ends the stream,
 * interrupts the fetch under way and begins no other; it is the only method for other threads than the reader's.
 * Sequential, ordered.
 *
 * @param <T> what the pages list
 */
public final class PagedStream<T> extends Spliterators.AbstractSpliterator<T> {

    private static final Duration WITHOUT_END = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final Ports ports;
    private final Pages<T> pages;
    private final Predicate<T> wanted;
    private final Duration patience;
    private final UnaryOperator<UsageException> explained;
    private Iterator<T> page = List.<T>of().iterator();
    private @Nullable Throwable failure;
    private volatile @Nullable PageFetch<T> ahead;
    private volatile boolean closed;

    private PagedStream(
            final Ports ports,
            final Pages<T> pages,
            final Predicate<T> wanted,
            final Duration patience,
            final UnaryOperator<UsageException> explained) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.ports = ports;
        this.pages = pages;
        this.wanted = wanted;
        this.patience = patience;
        this.explained = explained;
    }

    /**
     * The stream of the wanted items of the pages, each of which is waited for as long as its fetch takes.
     *
     * @param pages fetched by one thread at a time, most likely not the reader's; not to be used by anybody else
     * @param wanted asked once for each item, in order, by the reader's thread
     */
    public static <T> Stream<T> of(final Ports ports, final Pages<T> pages, final Predicate<T> wanted) {
        return of(ports, pages, wanted, WITHOUT_END, UnaryOperator.identity());
    }

    /**
     * The stream of the wanted items of the pages, none of which is waited for longer than given.
     *
     * @param pages fetched by one thread at a time, most likely not the reader's; not to be used by anybody else
     * @param wanted asked once for each item, in order, by the reader's thread
     * @param patience the longest time from the beginning of a fetch to its end; a page that takes longer is {@link
     *     Kind#DEADLINE_EXCEEDED}, even if its fetch knows no end
     * @param explained adds what the stream does not know to the failures that are its own: that, and {@link
     *     Kind#CANCELLED} for an interruption of the reader
     */
    public static <T> Stream<T> of(
            final Ports ports,
            final Pages<T> pages,
            final Predicate<T> wanted,
            final Duration patience,
            final UnaryOperator<UsageException> explained) {
        final PagedStream<T> items = new PagedStream<>(ports, pages, wanted, patience, explained);
        return StreamSupport.stream(items, false).onClose(items::close);
    }

    @Override
    public boolean tryAdvance(final Consumer<? super T> action) {
        if (page.hasNext()) {
            fetchAhead();
        }
        while (!closed) {
            while (page.hasNext()) {
                final T item = page.next();
                if (wanted.test(item)) {
                    action.accept(item);
                    return true;
                }
            }
            if (!turnPage()) {
                return false;
            }
        }
        return false;
    }

    private boolean turnPage() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        // The used page must not outlive the waiting for the next.
        page = List.<T>of().iterator();
        if (ahead == null && !pages.hasNext()) {
            return false;
        }
        try {
            fetchAhead();
            page = nextPage().map(next -> next.items().iterator()).orElse(page);
            return !closed;
        } catch (final RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /** Begins to fetch the next page, if there is one, it is not on its way already, and there is a thread for it. */
    private void fetchAhead() {
        if (closed || ahead != null || !pages.hasNext()) {
            return;
        }
        try {
            final PageFetch<T> begun =
                    PageFetch.begin(ports, pages, ports.time().nanoTime() + patience.toNanos());
            ahead = begun;
            if (closed) {
                begun.giveUp();
            }
        } catch (final RejectedExecutionException e) {
            // The reader's own thread fetches it when its turn comes.
        }
    }

    /** The next page; empty if the stream was closed. */
    private Optional<Page<T>> nextPage() {
        final PageFetch<T> fetch = ahead;
        if (fetch == null) {
            return closed ? Optional.empty() : Optional.of(pages.next());
        }
        try {
            final Optional<Page<T>> next = fetch.take();
            if (next.isEmpty() && !closed) {
                throw givenUp(fetch, Kind.DEADLINE_EXCEEDED, "a page did not come within " + patience);
            }
            ahead = null;
            return next;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(fetch, Kind.CANCELLED, "interrupted while a page was fetched");
        }
    }

    private UsageException givenUp(final PageFetch<T> fetch, final Kind kind, final String what) {
        fetch.giveUp();
        return explained.apply(
                UsageException.of(kind, what).resumeAt(fetch.position()).build());
    }

    private void close() {
        closed = true;
        final PageFetch<T> fetch = ahead;
        if (fetch != null) {
            fetch.giveUp();
        }
    }
}
