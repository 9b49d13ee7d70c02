package dev.anycarrier.engine.flight;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that asks once. */
public final class Caller<T> {

    private static final int SMALL_STACK = 512 * 1024;

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean flagKept;

    public Caller(final Supplier<T> question) {
        this.thread = new Thread(null, () -> ask(question), "caller", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
    }

    /** What it got. */
    public T value() {
        final @Nullable Throwable failure = failureOrNull();
        if (failure != null) {
            throw new AssertionError(failure);
        }
        return answer.join();
    }

    /** What was thrown at it. */
    public Throwable failure() {
        final @Nullable Throwable failure = failureOrNull();
        if (failure == null) {
            throw new AssertionError("it got " + answer.join());
        }
        return failure;
    }

    public void interrupt() {
        thread.interrupt();
    }

    /** Whether its interrupt flag was set when it had its answer. */
    public boolean flagKept() {
        return flagKept;
    }

    private @Nullable Throwable failureOrNull() {
        try {
            answer.get(60, TimeUnit.SECONDS);
            return null;
        } catch (final ExecutionException e) {
            return e.getCause();
        } catch (final InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void ask(final Supplier<T> question) {
        try {
            final T value = question.get();
            flagKept = Thread.currentThread().isInterrupted();
            answer.complete(value);
        } catch (final Throwable failure) {
            flagKept = Thread.currentThread().isInterrupted();
            answer.completeExceptionally(failure);
        }
    }
}
