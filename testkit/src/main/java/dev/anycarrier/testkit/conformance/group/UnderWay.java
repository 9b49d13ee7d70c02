package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several questions that the carrier has got, and not answered. */
final class UnderWay {

    private static final int QUESTIONS = 4;
    private static final int TO_BE_CLOSED = 8;
    private static final Duration LONG_ENOUGH = Duration.ofMillis(400);

    private UnderWay() {}

    /** They arrive together, though none is answered. */
    static void together(final Trial trial) throws Exception {
        final Held held = new Held(trial, QUESTIONS);
        try {
            final boolean all = held.arrived.await(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
            unless(
                    all,
                    "of " + QUESTIONS + " questions asked at the same time only "
                            + (QUESTIONS - held.arrived.getCount()) + " reached the carrier before it answered one");
        } finally {
            held.end();
        }
    }

    /** Closing ends them all in the same way. */
    static void closed(final Trial trial) throws Exception {
        final Held held = new Held(trial, TO_BE_CLOSED);
        try {
            unless(Waiting.opened(held.arrived), "not all of " + TO_BE_CLOSED + " questions reached the carrier");
            trial.closeAccount();
            for (final Future<UsageException> ending : held.endings) {
                final UsageException failure = Waiting.result(ending, "a question goes on after closing");
                unless(
                        failure.kind() == Kind.CANCELLED,
                        "of " + TO_BE_CLOSED + " questions under way one is " + failure.getMessage());
            }
        } finally {
            held.end();
        }
    }

    /** Questions, each in a thread of its own, that the carrier answers when the rule ends. */
    private static final class Held {

        private final CountDownLatch arrived;
        private final CountDownLatch answered = new CountDownLatch(1);
        private final List<Future<UsageException>> endings = new ArrayList<>();
        private final ExecutorService threads;

        Held(final Trial trial, final int questions) {
            this.arrived = new CountDownLatch(questions);
            this.threads = Executors.newFixedThreadPool(questions, trial.threads());
            trial.report(trial.sim());
            trial.overlay().answer(exchange -> {
                arrived.countDown();
                Waiting.opened(answered);
                return exchange.answer();
            });
            for (final SimTruth truth : trial.sims().subList(0, questions)) {
                endings.add(threads.submit(() -> trial.failure(truth.sim())));
            }
        }

        void end() {
            answered.countDown();
            threads.shutdownNow();
        }
    }
}
