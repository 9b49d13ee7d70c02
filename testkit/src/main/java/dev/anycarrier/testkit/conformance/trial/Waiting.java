package dev.anycarrier.testkit.conformance.trial;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for other threads, never without end. */
public final class Waiting {

    /** Longer than anything takes that works, shorter than a rule may take. */
    public static final Duration BOUND = Duration.ofSeconds(2);

    private Waiting() {}

    /** The result, or what the other thread failed with. */
    public static <T> T result(final Future<T> future, final String unlessDone) throws Exception {
        try {
            return future.get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final TimeoutException e) {
            throw new Violation(unlessDone);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits until the latch is open, for a while. */
    public static boolean opened(final CountDownLatch latch) {
        try {
            return latch.await(BOUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
