package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The questions that are given faults.
 *
 * @param trial who is asked
 * @param records whether it is asked about usage records, in place of the usage of a SIM
 */
record Questions(Trial trial, boolean records) {

    /** How much longer than allowed is waited for an answer before its absence is the finding. */
    private static final int GRACE_MS = 3_000;

    SimId sim() {
        return trial.sim();
    }

    SimId otherSim() {
        final List<SimTruth> sims = trial.sims();
        return sims.get(Math.min(1, sims.size() - 1)).sim();
    }

    /**
     * Asks.
     *
     * @throws Violation if the question does not end
     */
    Observation ask(final SimId sim, final int withinMs) throws InterruptedException {
        trial.account();
        final int before = trial.overlay().exchanges().size();
        final CompletableFuture<Ended> ending = new CompletableFuture<>();
        final Instant asked = InstantSource.system().instant();
        final Stopwatch stopwatch = Stopwatch.start();
        final Thread thread = trial.threads().newThread(() -> complete(ending, sim));
        thread.start();
        try {
            final Ended ended = ending.get((long) withinMs + GRACE_MS, TimeUnit.MILLISECONDS);
            final Duration took = stopwatch.read();
            final List<Exchange> since =
                    trial.overlay().exchanges().stream().skip(before).toList();
            final long tokens = since.stream().filter(Exchange::isForToken).count();
            return new Observation(ended.answer, ended.failure, since.size() - tokens, tokens, asked, took, ended.work);
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (final TimeoutException e) {
            thread.interrupt();
            throw new Violation("no end within " + (withinMs + GRACE_MS) + " ms");
        }
    }

    private void complete(final CompletableFuture<Ended> ending, final SimId sim) {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadCpuTime();
        Object answer = null;
        Throwable failure = null;
        try {
            answer = records ? allRecords() : Said.of(trial.respondent().usage(sim));
        } catch (final Throwable e) {
            failure = e;
        }
        ending.complete(new Ended(answer, failure, Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)));
    }

    /** How it ended, and how long the thread that asked was at work. */
    private record Ended(@Nullable Object answer, @Nullable Throwable failure, Duration work) {}

    private Said allRecords() {
        final List<UsageRecord> all = trial.carrier().records();
        final List<UsageRecord> found = trial.respondent()
                .records(UsageRecordQuery.between(
                        all.get(0).time(), all.get(all.size() - 1).time().plusSeconds(1)));
        return new Said(found.size() + " records", List.copyOf(found));
    }

    /** What was answered, without when it was fetched, and in short. */
    private record Said(String shown, List<Object> content) {

        static Said of(final UsageReport report) {
            return new Said(Shown.answer(report), List.of(report.status(), report.buckets(), report.counters()));
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
