package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The next page on its way, on a thread of its own. Until it is there, the pages belong to that thread; if it is given
 * up, for good. Thread-safe.
 */
final class PageFetch<T> {

    /** Short of what a caller who is interrupted may be kept. */
    private static final Duration UNWINDING = Duration.ofMillis(50);

    private final Pages<T> pages;
    private final Optional<String> position;
    private final long deadline;
    private final Ports ports;
    private final Lock lock;
    private final Condition over;

    private @Nullable Worker worker;
    private @Nullable Page<T> page;
    private @Nullable Throwable failure;
    private boolean givenUp;
    private boolean done;

    private PageFetch(final Ports ports, final Pages<T> pages, final long deadline) {
        this.pages = pages;
        this.position = pages.position();
        this.deadline = deadline;
        this.ports = ports;
        this.lock = ports.threads().lock();
        this.over = lock.newCondition();
    }

    /**
     * Begins to fetch the next page.
     *
     * @param deadline until when somebody waits for it, on the monotonic clock
     * @throws RejectedExecutionException if there is no thread to be had; the pages are untouched then
     */
    static <T> PageFetch<T> begin(final Ports ports, final Pages<T> pages, final long deadline) {
        final PageFetch<T> fetch = new PageFetch<>(ports, pages, deadline);
        fetch.runBy(ports.threads().start("anycarrier-page", fetch::run));
        return fetch;
    }

    /** The cursor of the page, or empty for the first of all. */
    Optional<String> position() {
        return position;
    }

    /**
     * Waits for the page, until the deadline.
     *
     * @return the page, or empty if it was given up or did not come in time
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    Optional<Page<T>> take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        lock.lock();
        try {
            long left = deadline - ports.time().nanoTime();
            while (page == null && failure == null && !givenUp && left > 0) {
                left = over.awaitNanos(left);
            }
            if (givenUp) {
                return Optional.empty();
            }
            if (failure != null) {
                throw rethrown(failure);
            }
            return Optional.ofNullable(page);
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the page: nobody waits for it any more, and its thread ends. Idempotent. */
    void giveUp() {
        final Worker running;
        lock.lock();
        try {
            givenUp = true;
            running = worker;
            over.signalAll();
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.interrupt();
            unwind();
        }
    }

    /** Waits until its thread is done, which is at once unless a provider ignores that it was interrupted. */
    private void unwind() {
        final boolean interrupted = Thread.interrupted();
        lock.lock();
        try {
            long left = UNWINDING.toNanos();
            while (!done && left > 0) {
                left = over.awaitNanos(left);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void runBy(final Worker started) {
        final boolean late;
        lock.lock();
        try {
            worker = started;
            late = givenUp;
        } finally {
            lock.unlock();
        }
        if (late) {
            started.interrupt();
        }
    }

    private void run() {
        if (isGivenUp()) {
            end(null, null);
            return;
        }
        try {
            end(pages.next(), null);
        } catch (final Throwable e) {
            end(null, e);
        }
    }

    private boolean isGivenUp() {
        lock.lock();
        try {
            return givenUp;
        } finally {
            lock.unlock();
        }
    }

    private void end(final @Nullable Page<T> fetched, final @Nullable Throwable failed) {
        lock.lock();
        try {
            page = fetched;
            failure = failed;
            done = true;
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static RuntimeException rethrown(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
