package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The questions of an {@link Anycarrier} as {@link CompletableFuture}s, for code that must not block.
 *
 * <p>Each question takes a thread of the executor until it is answered: one of its threads for each question at a time,
 * so give it as many as there shall be questions under way, or virtual threads. Questions that find no free thread wait in
 * the executor, and their deadline begins only when they have one. Many SIMs are better read by a {@link Sweep}.
 *
 * <ul>
 *   <li>A failure completes the future with the {@link UsageException} itself, which {@code join()} wraps in a {@link
 *       java.util.concurrent.CompletionException}, and {@code get()} in an {@link java.util.concurrent.ExecutionException}.
 *   <li>{@code cancel}, {@code orTimeout} and whatever else completes the future before its answer does interrupt the
 *       question: its thread is free at once, and nobody else who asks about the SIM is harmed. As ever with {@link
 *       CompletableFuture}, that holds for the future that is returned here and not for those that depend on it.
 *   <li>Dependent actions without an executor of their own run on the question's thread, or on that of whoever adds them.
 *   <li>An executor that rejects the question makes it {@link Kind#UNAVAILABLE}.
 * </ul>
 *
 * <p>Thread-safe. Holds nothing: there is nothing to close but the {@link Anycarrier} and the executor, by who made them.
 */
public final class AsyncUsage {

    private final Anycarrier carriers;
    private final Executor executor;

    private AsyncUsage(final Anycarrier carriers, final Executor executor) {
        this.carriers = Objects.requireNonNull(carriers, "carriers");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /**
     * A view of these carriers.
     *
     * @param executor whose threads may block; not one that runs tasks in the calling thread
     */
    public static AsyncUsage of(final Anycarrier carriers, final Executor executor) {
        return new AsyncUsage(carriers, executor);
    }

    /** As {@link Anycarrier#usage(SimRef)}. */
    public CompletableFuture<UsageReport> usage(final SimRef sim) {
        return ask(its -> its.usage(sim));
    }

    /** As {@link Anycarrier#usage(SimRef, CallOptions)}. */
    public CompletableFuture<UsageResult> usage(final SimRef sim, final CallOptions options) {
        return ask(its -> its.usage(sim, options));
    }

    /**
     * Any other question, such as {@code ask(its -> its.account("onomondo").tagTotal("42"))}.
     *
     * @param question answers with what the future shall hold, never {@code null}
     */
    public <T> CompletableFuture<T> ask(final Function<? super Anycarrier, ? extends T> question) {
        final AsyncQuestion<T> asked = new AsyncQuestion<>(() -> Objects.requireNonNull(question.apply(carriers)));
        asked.start(executor);
        return asked;
    }
}
