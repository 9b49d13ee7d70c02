package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many questions of which none is answered before all are asked. */
final class ConcurrentQuestions {

    private static final int QUESTIONS = 8;

    private ConcurrentQuestions() {}

    static void areNotMixedUp(final Trial trial) throws Exception {
        trial.report(trial.sim());
        final CountDownLatch asked = new CountDownLatch(QUESTIONS);
        trial.overlay().answer(exchange -> whenAllAreAsked(asked, exchange));
        final List<SimTruth> sims = trial.sims().subList(0, QUESTIONS);
        final ExecutorService threads = Executors.newFixedThreadPool(QUESTIONS, trial.threads());
        try {
            final List<Future<UsageReport>> reports = new ArrayList<>();
            sims.forEach(truth -> reports.add(threads.submit(() -> trial.report(truth.sim()))));
            for (int index = 0; index < sims.size(); index++) {
                compare(sims.get(index), Waiting.result(reports.get(index), "a question was not answered"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A provider that asks one at a time is slow but not wrong: after a while everybody gets an answer. */
    private static HttpResponse whenAllAreAsked(final CountDownLatch asked, final Exchange exchange) {
        asked.countDown();
        Waiting.opened(asked);
        return exchange.answer();
    }

    private static void compare(final SimTruth truth, final UsageReport report) {
        Violation.unless(
                report.sim().equals(truth.sim())
                        && TruthComparison.buckets(truth, report).isEmpty(),
                "with " + QUESTIONS + " questions at the same time, the report about " + truth.sim() + " names "
                        + report.sim() + " and is " + Shown.answer(report));
    }
}
