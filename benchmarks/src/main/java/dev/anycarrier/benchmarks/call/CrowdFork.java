package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Lets many ask about the same SIM at once, wave after wave, each about another SIM, and after each wave one alone. Tells
 * in milliseconds what {@code one} takes, and how much longer ({@code over}) all together: for a carrier that takes its
 * time, for one that answers {@linkplain #AT_ONCE at once}, and for threads that ask {@linkplain #NOBODY nobody}.
 *
 * <p>Arguments: the server's port, how many callers, how many waves to warm up and how many to measure.
 */
final class CrowdFork {

    /** The path under which the server takes its time. */
    static final String SLOWLY = "/slowly";

    static final String ONE = "one";
    static final String OVER = "over";
    static final String AT_ONCE = "-at-once";
    static final String NOBODY = "-nobody";

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private CrowdFork() {}

    /** How many SIMs are asked about at either speed, each of which is worth one request. */
    static int sims(final int warmUp, final int measured) {
        return 2 * (warmUp + measured);
    }

    /** Runs it. */
    public static void main(final String[] arguments) throws InterruptedException {
        final int port = Integer.parseInt(arguments[0]);
        final int callers = Integer.parseInt(arguments[1]);
        final int warmUp = Integer.parseInt(arguments[2]);
        final int measured = Integer.parseInt(arguments[3]);
        try (Caller nobody = new Nobody()) {
            waves(nobody, callers, warmUp, measured, NOBODY);
        }
        try (Caller engine = new EngineCaller(port)) {
            waves(engine, callers, warmUp, measured, AT_ONCE);
        }
        try (Caller engine = new EngineCaller(port, SLOWLY)) {
            waves(engine, callers, warmUp, measured, "");
        }
    }

    private static void waves(
            final Caller caller, final int callers, final int warmUp, final int measured, final String name)
            throws InterruptedException {
        final SimNumber[] sims = SimNumber.range(0, sims(warmUp, measured));
        final List<Double> together = new ArrayList<>();
        final List<Double> alone = new ArrayList<>();
        for (int wave = 0; wave < warmUp + measured; wave++) {
            final double all = wave(caller, sims[2 * wave], callers);
            final double one = wave(caller, sims[2 * wave + 1], 1);
            if (wave >= warmUp) {
                together.add(all);
                alone.add(one);
            }
        }
        Processes.report(ONE + name, Medians.of(alone));
        Processes.report(OVER + name, Medians.of(together) - Medians.of(alone));
    }

    /** From the moment that lets them all go until the last one has its answer. */
    private static double wave(final Caller caller, final SimNumber sim, final int callers)
            throws InterruptedException {
        final CountDownLatch ready = new CountDownLatch(callers);
        final CountDownLatch go = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            final Thread started = CallerThreads.start(() -> {
                ready.countDown();
                try {
                    go.await();
                    if (caller.remaining(sim) > 0) {
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

    /** Knows the answer. */
    private static final class Nobody implements Caller {

        @Override
        public long remaining(final SimNumber sim) {
            return 1;
        }

        @Override
        public void close() {}
    }
}
