package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks about several SIMs at a time. */
final class ConcurrentReading {

    private static final int SIMS_AT_A_TIME = 16;

    private final Anycarrier carriers;
    private final CallOptions options;

    ConcurrentReading(final Anycarrier carriers, final CallOptions options) {
        this.carriers = carriers;
        this.options = options;
    }

    /** The outcomes, one for each SIM and in the same order. */
    List<Outcome> read(final List<SimRef> sims, final Progress progress) throws InterruptedException {
        final ExecutorService executor =
                Executors.newFixedThreadPool(Math.max(1, Math.min(SIMS_AT_A_TIME, sims.size())));
        try {
            final ExecutorCompletionService<Outcome> questions = new ExecutorCompletionService<>(executor);
            final List<Future<Outcome>> futures = new ArrayList<>(sims.size());
            sims.forEach(sim -> futures.add(questions.submit(() -> ask(sim))));
            for (int ended = 0; ended < sims.size(); ended++) {
                progress.advance(result(questions.take()));
            }
            final List<Outcome> outcomes = new ArrayList<>(sims.size());
            for (final Future<Outcome> future : futures) {
                outcomes.add(result(future));
            }
            return outcomes;
        } finally {
            progress.end();
            executor.shutdownNow();
        }
    }

    private Outcome ask(final SimRef sim) {
        try {
            return new Outcome.Read(sim, carriers.usage(sim, options));
        } catch (final UsageException failure) {
            return new Outcome.Failed(sim, failure);
        }
    }

    private static Outcome result(final Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (final ExecutionException e) {
            throw new IllegalStateException("a question ended with something else than an answer or a failure", e);
        }
    }
}
