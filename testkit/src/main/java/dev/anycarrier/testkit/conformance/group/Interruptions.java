package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A question that the carrier leaves unanswered, and that somebody ends. */
final class Interruptions {

    private Interruptions() {}

    static void byClosing(final Trial trial) throws Exception {
        mustBeCancelled(ended(trial, asking -> trial.closeAccount()));
    }

    static void byInterrupting(final Trial trial) throws Exception {
        final Ending ending = ended(trial, Thread::interrupt);
        mustBeCancelled(ending);
        unless(ending.interrupted, "the thread's interrupt flag is gone");
    }

    private record Ending(UsageException failure, boolean interrupted) {}

    private static void mustBeCancelled(final Ending ending) {
        unless(ending.failure.kind() == Kind.CANCELLED, "it is " + ending.failure.getMessage());
    }

    private static Ending ended(final Trial trial, final Consumer<Thread> end) throws Exception {
        trial.report(trial.sim());
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(1);
        trial.overlay().answer(exchange -> {
            asked.countDown();
            Waiting.opened(answered);
            return exchange.answer();
        });
        final CompletableFuture<Ending> ending = new CompletableFuture<>();
        final Thread asking = trial.threads().newThread(() -> ask(trial, ending));
        asking.start();
        try {
            unless(Waiting.opened(asked), "no request was sent");
            end.accept(asking);
            return Waiting.result(ending, "the question is still under way after " + Waiting.BOUND.toSeconds() + " s");
        } finally {
            answered.countDown();
        }
    }

    private static void ask(final Trial trial, final CompletableFuture<Ending> ending) {
        try {
            final UsageException failure = trial.failure(trial.sim());
            ending.complete(new Ending(failure, Thread.currentThread().isInterrupted()));
        } catch (final RuntimeException e) {
            ending.completeExceptionally(e);
        }
    }
}
