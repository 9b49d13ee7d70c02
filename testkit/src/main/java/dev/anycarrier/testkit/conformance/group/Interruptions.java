package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.Overlay;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import dev.anycarrier.usage.UsageReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /** While the token is on its way, that the question needs. */
    static void whileWaitingForToken(final Trial trial) throws Exception {
        TokenAnswers.require(trial);
        trial.reopen();
        final Ending ending = ended(trial, Overlay::answerTokens, Thread::interrupt);
        mustBeCancelled(ending);
        unless(ending.interrupted, "the thread's interrupt flag is gone");
    }

    /** Before the question was asked. */
    static void beforehand(final Trial trial) throws Exception {
        trial.report(trial.sim());
        final int before = trial.overlay().exchanges().size();
        final CompletableFuture<Ending> ending = new CompletableFuture<>();
        final Thread asking = trial.threads().newThread(() -> {
            Thread.currentThread().interrupt();
            ask(trial, ending);
        });
        asking.start();
        final Ending end = Waiting.result(ending, "the question of an interrupted thread does not end");
        mustBeCancelled(end);
        unless(end.interrupted, "the thread's interrupt flag is gone");
        unless(trial.overlay().exchanges().size() == before, "an interrupted thread sent a request all the same");
    }

    /** What was interrupted is over: the next question, of the same thread, goes as if nothing had happened. */
    static void next(final Trial trial) throws Exception {
        ended(trial, Thread::interrupt);
        trial.overlay().passOn();
        final CompletableFuture<UsageReport> later = new CompletableFuture<>();
        final Thread asking = trial.threads().newThread(() -> {
            Thread.currentThread().interrupt();
            final CompletableFuture<Ending> first = new CompletableFuture<>();
            ask(trial, first);
            // The thread is used again, as in a pool.
            Thread.interrupted();
            try {
                later.complete(trial.report(trial.sim()));
            } catch (final RuntimeException e) {
                later.completeExceptionally(e);
            }
        });
        asking.start();
        Waiting.result(later, "the question after an interrupted one does not end");
    }

    private record Ending(UsageException failure, boolean interrupted) {}

    private static void mustBeCancelled(final Ending ending) {
        unless(ending.failure.kind() == Kind.CANCELLED, "it is " + ending.failure.getMessage());
    }

    private static Ending ended(final Trial trial, final Consumer<Thread> end) throws Exception {
        trial.report(trial.sim());
        return ended(trial, Overlay::answer, end);
    }

    private static Ending ended(
            final Trial trial,
            final BiConsumer<Overlay, Function<Exchange, HttpResponse>> hold,
            final Consumer<Thread> end)
            throws Exception {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(1);
        hold.accept(trial.overlay(), exchange -> {
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
