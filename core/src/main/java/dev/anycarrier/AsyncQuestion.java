package dev.anycarrier;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question on a thread of somebody's executor, which is interrupted when nobody wants the answer any more. Thread-safe. */
final class AsyncQuestion<T> extends CompletableFuture<T> {

    private final Supplier<T> question;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread asking;
    private boolean interrupted;

    AsyncQuestion(final Supplier<T> question) {
        this.question = question;
    }

    void start(final Executor executor) {
        try {
            executor.execute(this::run);
        } catch (final RuntimeException e) {
            super.completeExceptionally(UsageException.unavailable(
                            UnavailableCause.LOCAL,
                            "no thread could be had to ask on: " + e.getClass().getSimpleName())
                    .build());
        }
    }

    @Override
    public boolean complete(final T value) {
        return leave(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(final Throwable failure) {
        return leave(super.completeExceptionally(failure));
    }

    @Override
    public boolean cancel(final boolean mayInterruptIfRunning) {
        return leave(super.cancel(mayInterruptIfRunning));
    }

    private void run() {
        if (!begin()) {
            return;
        }
        final T answer;
        try {
            answer = question.get();
        } catch (final Throwable thrown) {
            end();
            super.completeExceptionally(thrown);
            return;
        }
        end();
        super.complete(answer);
    }

    private boolean begin() {
        lock.lock();
        try {
            if (isDone()) {
                return false;
            }
            asking = Thread.currentThread();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What was meant for the question does not reach what the thread does next. */
    private void end() {
        lock.lock();
        try {
            asking = null;
            if (interrupted) {
                interrupted = !Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean leave(final boolean completed) {
        lock.lock();
        try {
            if (completed && asking != null) {
                interrupted = true;
                asking.interrupt();
            }
            return completed;
        } finally {
            lock.unlock();
        }
    }
}
