package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.LiveThreads;
import dev.anycarrier.testkit.conformance.trial.Respondent;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Opening and closing. */
public final class LifecycleRules {

    private static final int CLOSERS = 2;

    public static final List<CheckedRule> ALL = List.of(
            must(Group.LIFECYCLE, 1, "Closing again, and from several threads at once, has no further effect.")
                    .because("Frameworks close what their users have closed already.")
                    .lookAt("close() of the provider: idempotent, and it never throws.")
                    .shownBy(LifecycleRules::closeOften),
            must(Group.LIFECYCLE, 2, "After the account is closed every question is CANCELLED, and nothing is sent.")
                    .because("Who has closed an account is no longer answerable for its requests.")
                    .lookAt("Answers kept in the provider, and failures of the transport turned into others.")
                    .shownBy(LifecycleRules::askedAfterwards),
            must(Group.LIFECYCLE, 3, "Closing the account ends a question under way: it is CANCELLED.")
                    .because("A shutdown must not wait for a carrier.")
                    .lookAt("Failures of the transport that are turned into others, or tried again.")
                    .shownBy(Interruptions::byClosing),
            must(Group.LIFECYCLE, 4, "A closed account leaves no thread behind.")
                    .because("Platforms open and close accounts as their customers come and go.")
                    .lookAt("Threads, timers and pools of the provider: it needs none.")
                    .shownBy(LifecycleRules::noThreadLeft),
            must(Group.LIFECYCLE, 5, "Closing one account leaves the others of the carrier alone.")
                    .because("One customer who leaves must not cut off the rest.")
                    .lookAt("Static fields, and fields of the factory.")
                    .shownBy(LifecycleRules::othersGoOn),
            must(Group.LIFECYCLE, 6, "Opened and closed again and again, it works, and leaves no thread or connection.")
                    .because("A platform applies new settings for years without being started anew.")
                    .lookAt("Connections of the provider's own, and what the factory remembers of closed accounts.")
                    .shownBy(Reopening::oftenLeavesNothing),
            must(Group.LIFECYCLE, 7, "An account that was never asked anything closes quietly.")
                    .because("Most accounts of a command line are opened and not used.")
                    .lookAt("close() of the provider, which meets fields that only a question fills.")
                    .only(Route.PROVIDER)
                    .shownBy(Reopening::unused),
            must(Group.LIFECYCLE, 8, "Closing sends nothing.")
                    .because("A shutdown must not depend on a carrier, and tokens end by themselves.")
                    .lookAt("close() of the provider: no farewell.")
                    .shownBy(Reopening::closingSendsNothing),
            must(Group.LIFECYCLE, 9, "Closing ends all questions under way, every one as CANCELLED.")
                    .because("A shutdown that looks like a fault of the carrier sets off the alarm.")
                    .lookAt("Failures that are counted or shared among questions.")
                    .shownBy(UnderWay::closed));

    private LifecycleRules() {}

    private static void closeOften(final Trial trial) throws Exception {
        trial.report(trial.sim());
        final Respondent respondent = trial.respondent();
        final CyclicBarrier together = new CyclicBarrier(CLOSERS);
        final ExecutorService threads = Executors.newFixedThreadPool(CLOSERS);
        try {
            final List<Future<?>> closings = Stream.<Future<?>>generate(() -> threads.submit(() -> {
                        together.await();
                        close(respondent);
                        return true;
                    }))
                    .limit(CLOSERS)
                    .toList();
            for (final Future<?> closing : closings) {
                Waiting.result(closing, "closing takes longer than " + Waiting.BOUND.toSeconds() + " s");
            }
            close(respondent);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void close(final Respondent respondent) {
        Asking.mustSucceed("closing", () -> {
            respondent.close();
            return true;
        });
    }

    private static void askedAfterwards(final Trial trial) {
        trial.report(trial.sim());
        final int requests = trial.overlay().exchanges().size();
        trial.closeAccount();
        final UsageException failure = trial.failure(trial.sim());
        unless(failure.kind() == Kind.CANCELLED, "it is " + failure.getMessage());
        unless(trial.overlay().exchanges().size() == requests, "a request was sent");
    }

    private static void noThreadLeft(final Trial trial) throws InterruptedException {
        final LiveThreads before = LiveThreads.ofThisRule();
        trial.report(trial.sim());
        trial.closeAccount();
        final List<String> left = LiveThreads.startedSince(before);
        unless(left.isEmpty(), "still running: " + String.join(", ", left));
    }

    private static void othersGoOn(final Trial trial) {
        try (Trial another = trial.another()) {
            trial.report(trial.sim());
            another.report(another.sim());
            another.closeAccount();
            trial.report(trial.sim());
        }
    }
}
