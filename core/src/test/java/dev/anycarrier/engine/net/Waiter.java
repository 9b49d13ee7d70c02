package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** A thread that waits in an exchange, and how that ended. */
final class Waiter {

    private final CompletableFuture<UsageException> failure = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean flagKept;
    private volatile long endedAt;

    private Waiter(final CallerThreads kind, final Runnable exchange) {
        this.thread = kind.start(() -> run(exchange));
    }

    static Waiter start(final Runnable exchange) {
        return start(CallerThreads.PLATFORM, exchange);
    }

    static Waiter start(final CallerThreads kind, final Runnable exchange) {
        return new Waiter(kind, exchange);
    }

    /** Waits until the thread waits for another. */
    void awaitBlocked() {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /** How the exchange failed, which must be soon. */
    UsageException failure() {
        return Assertions.assertThat(failure)
                .succeedsWithin(1, TimeUnit.SECONDS)
                .actual();
    }

    /** Whether the thread was still marked as interrupted after the exchange; to ask after {@link #failure()}. */
    boolean flagKept() {
        return flagKept;
    }

    /** When the exchange was over, on the monotonic clock; to ask after {@link #failure()}. */
    long endedAt() {
        return endedAt;
    }

    private void run(final Runnable exchange) {
        try {
            exchange.run();
            failure.completeExceptionally(new AssertionError("the exchange succeeded"));
        } catch (final UsageException e) {
            endedAt = TimeSource.system().nanoTime();
            flagKept = Thread.currentThread().isInterrupted();
            failure.complete(e);
        } catch (final RuntimeException | Error e) {
            failure.completeExceptionally(e);
        }
    }
}
