package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.LiveThreads;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** Accounts that are closed: unused, used, and opened anew. */
final class Reopening {

    private static final int TIMES = 20;

    private Reopening() {}

    static void oftenLeavesNothing(final Trial trial) throws InterruptedException {
        trial.report(trial.sim());
        trial.closeAccount();
        final LiveThreads before = LiveThreads.ofThisRule();
        for (int time = 0; time < TIMES; time++) {
            trial.reopen();
            trial.report(trial.sim());
        }
        trial.closeAccount();
        final List<String> left = LiveThreads.startedSince(before);
        unless(left.isEmpty(), "after " + TIMES + " times still running: " + String.join(", ", left));
        final int open = trial.overlay().openConnections();
        unless(open == 0, "after " + TIMES + " times " + open + " connections are still open");
    }

    static void unused(final Trial trial) {
        final UsageProvider provider = trial.provider();
        Asking.mustSucceed("closing a provider that was never asked", () -> {
            provider.close();
            return true;
        });
        trial.closeAccount();
        final int requests = trial.overlay().exchanges().size();
        unless(requests == 0, requests + " requests were sent");
    }

    static void closingSendsNothing(final Trial trial) {
        trial.report(trial.sim());
        final int before = trial.overlay().exchanges().size();
        Asking.mustSucceed("closing", () -> {
            trial.respondent().close();
            return true;
        });
        trial.closeAccount();
        final int sent = trial.overlay().exchanges().size() - before;
        unless(sent == 0, "closing sent " + sent + " requests");
    }
}
