package dev.anycarrier.testkit.conformance.trial;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a rule in a thread and a thread group of its own: a provider that hangs ends the rule and not the run, and the
 * threads it starts can be told from all others.
 */
public final class RuleThread {

    private RuleThread() {}

    /** What a rule does. */
    @FunctionalInterface
    public interface Task {

        void run() throws Exception;
    }

    public static void run(final String name, final Duration most, final Task task) throws Exception {
        final CompletableFuture<Boolean> end = new CompletableFuture<>();
        final Thread thread = new Thread(new ThreadGroup(name), () -> complete(end, task), name);
        thread.setDaemon(true);
        thread.start();
        try {
            end.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        } catch (final TimeoutException e) {
            final StackTraceElement[] trace = thread.getStackTrace();
            thread.interrupt();
            throw new Violation("it did not end within " + most.toMillis() + " ms"
                    + (trace.length == 0 ? "" : "; it stands at " + trace[0]));
        }
    }

    private static void complete(final CompletableFuture<Boolean> end, final Task task) {
        try {
            task.run();
            end.complete(true);
        } catch (final Throwable e) {
            end.completeExceptionally(e);
        }
    }
}
