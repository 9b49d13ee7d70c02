package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.usage.SimId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/** Asks for leave to ask about each of many SIMs, again and again in an order of chance, by different limiters in turns. */
final class LimiterRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LimiterRun() {}

    /**
     * Runs it.
     *
     * @param arguments the number of SIMs, and how often to go through them
     */
    public static void main(final String[] arguments) {
        final SimId[] remembered = Sims.shuffled(Integer.parseInt(arguments[0]));
        // Not the same objects: whoever asks has read the SIM from somewhere.
        final SimId[] sims = Sims.shuffled(remembered.length);
        final int passes = Integer.parseInt(arguments[1]);
        final PassingTime time = new PassingTime(sims.length);
        final LimitedSims ours = filled("ours", remembered, () -> new EngineLimiter(time));
        final LimitedSims theirs = filled("bucket4j", remembered, () -> new BucketLimiter(time));
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
        final long start = THREADS.getCurrentThreadCpuTime();
        for (final SimId sim : sims) {
            limiter.ask(sim);
        }
        Processes.report(time(name, pass), (double) (THREADS.getCurrentThreadCpuTime() - start) / sims.length);
    }

    static String bytes(final String name) {
        return name + ".bytes";
    }

    static String time(final String name, final int pass) {
        return String.format(Locale.ROOT, "%s.time.%d", name, pass);
    }
}
