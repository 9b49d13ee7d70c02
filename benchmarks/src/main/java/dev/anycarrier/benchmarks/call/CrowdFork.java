package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Lets many ask about the same SIM at once, wave after wave, each about another SIM, and after each wave one alone. Tells
 * in milliseconds how much longer a wave takes than one alone: {@code over}, and {@code alone}.
 *
 * <p>Arguments: the server's port, how many callers, how many waves to warm up and how many to measure.
 */
final class CrowdFork {

    static final String OVER = "over";
    static final String ALONE = "alone";

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private CrowdFork() {}

    /** How many SIMs are asked about altogether, each of which is worth one request. */
    static int sims(final int warmUp, final int measured) {
        return 2 * (warmUp + measured);
    }

    /** Runs it. */
    public static void main(final String[] arguments) throws InterruptedException {
        final int port = Integer.parseInt(arguments[0]);
        final int callers = Integer.parseInt(arguments[1]);
        final int warmUp = Integer.parseInt(arguments[2]);
        final int measured = Integer.parseInt(arguments[3]);
        final SimNumber[] sims = SimNumber.range(0, sims(warmUp, measured));
        final List<Double> crowds = new ArrayList<>();
        final List<Double> alone = new ArrayList<>();
        try (Caller engine = new EngineCaller(port)) {
            for (int wave = 0; wave < warmUp + measured; wave++) {
                final double crowd = wave(engine, sims[2 * wave], callers);
                final double one = wave(engine, sims[2 * wave + 1], 1);
                if (wave >= warmUp) {
                    crowds.add(crowd);
                    alone.add(one);
                }
            }
        }
        Processes.report(OVER, Medians.of(crowds) - Medians.of(alone));
        Processes.report(ALONE, Medians.of(alone));
    }

    /** From the moment that lets them all go until the last one has its answer. */
    private static double wave(final Caller engine, final SimNumber sim, final int callers)
            throws InterruptedException {
        final CountDownLatch ready = new CountDownLatch(callers);
        final CountDownLatch go = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            final Thread started = CallerThreads.start(() -> {
                ready.countDown();
                try {
                    go.await();
                    if (engine.remaining(sim) > 0) {
                        answered.countDown();
                    }
                } catch (final InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assert started.isAlive() || answered.getCount() < callers;
        }
        ready.await();
        final long begun = System.nanoTime();
        go.countDown();
        answered.await();
        return (System.nanoTime() - begun) / NANOS_OF_A_MILLISECOND;
    }
}
