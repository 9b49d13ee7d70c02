package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.usage.SimId;
import java.util.Locale;
import java.util.function.Supplier;

/** Asks for leave to ask about each of many SIMs, again and again in an order of chance, by different limiters in turns. */
final class LimiterRun {

    private LimiterRun() {}

    /**
     * Runs it.
     *
     * @param arguments the number of SIMs, and how often to go through them
     */
    public static void main(final String[] arguments) {
        final SimId[] sims = Sims.shuffled(Integer.parseInt(arguments[0]));
        final int passes = Integer.parseInt(arguments[1]);
        final PassingTime time = new PassingTime(sims.length);
        final LimitedSims ours = filled("ours", sims, () -> new EngineLimiter(time));
        final LimitedSims theirs = filled("bucket4j", sims, () -> new BucketLimiter(time));
        filled("refused", sims, () -> new RefusedSims(time));
        for (int pass = 0; pass < passes; pass++) {
            time(ours, "ours", pass, sims);
            time(theirs, "bucket4j", pass, sims);
        }
    }

    private static LimitedSims filled(final String name, final SimId[] sims, final Supplier<LimitedSims> opened) {
        final long before = Heap.used();
        final LimitedSims limiter = opened.get();
        for (final SimId sim : sims) {
            limiter.ask(sim);
        }
        final long after = Heap.used();
        Processes.report(bytes(name), (double) (after - before) / sims.length);
        return limiter;
    }

    private static void time(final LimitedSims limiter, final String name, final int pass, final SimId[] sims) {
        final long start = System.nanoTime();
        for (final SimId sim : sims) {
            limiter.ask(sim);
        }
        Processes.report(time(name, pass), (double) (System.nanoTime() - start) / sims.length);
    }

    static String bytes(final String name) {
        return name + ".bytes";
    }

    static String time(final String name, final int pass) {
        return String.format(Locale.ROOT, "%s.time.%d", name, pass);
    }
}
